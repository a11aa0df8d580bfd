-- Loads are immutable batches of observations; standing_load says which load speaks for a place and month today.

CREATE TABLE load (
  id TEXT NOT NULL,
  dataset TEXT NOT NULL,
  layout TEXT,
  precedence BIGINT NOT NULL,
  state TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_bytes BIGINT,
  file_sha256 TEXT,
  month TEXT,
  loaded_by TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  rows_read BIGINT,
  rows_accepted BIGINT,
  refusal TEXT,
  report TEXT,
  CONSTRAINT load_pk PRIMARY KEY (id),
  CONSTRAINT load_state_check CHECK (state IN ('reading', 'committed', 'refused', 'cancelled', 'interrupted')),
  CONSTRAINT load_committed_check CHECK (state <> 'committed' OR (file_sha256 IS NOT NULL AND finished_at IS NOT NULL))
) STRICT;

CREATE INDEX load_started_at ON load (started_at, id);
CREATE INDEX load_file_sha256 ON load (file_sha256, dataset);
CREATE INDEX load_reading ON load (id) WHERE state = 'reading';

-- How far the reading of a file has come, and whose work it is; gone when the load ends.
CREATE TABLE load_progress (
  load_id TEXT NOT NULL,
  process TEXT NOT NULL,
  alive_at TEXT NOT NULL,
  bytes_read BIGINT NOT NULL,
  rows_read BIGINT NOT NULL,
  cancel_requested SMALLINT NOT NULL,
  CONSTRAINT load_progress_pk PRIMARY KEY (load_id),
  CONSTRAINT load_progress_load_fk FOREIGN KEY (load_id) REFERENCES load (id),
  CONSTRAINT load_progress_cancel_requested_check CHECK (cancel_requested IN (0, 1))
) STRICT;

-- territory: 5100201, MT or BR. value: a count, or cents.
CREATE TABLE observation (
  load_id TEXT NOT NULL,
  element TEXT NOT NULL,
  territory TEXT NOT NULL,
  month TEXT NOT NULL,
  value BIGINT NOT NULL,
  CONSTRAINT observation_pk PRIMARY KEY (load_id, territory, element, month),
  CONSTRAINT observation_load_fk FOREIGN KEY (load_id) REFERENCES load (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX observation_territory ON observation (territory, element, month);

-- Read place by place (ObservationRecords), hence the key begins with the place.
CREATE TABLE standing_load (
  dataset TEXT NOT NULL,
  month TEXT NOT NULL,
  ibge7 TEXT NOT NULL,
  load_id TEXT NOT NULL,
  CONSTRAINT standing_load_pk PRIMARY KEY (ibge7, dataset, month),
  CONSTRAINT standing_load_load_fk FOREIGN KEY (load_id) REFERENCES load (id),
  CONSTRAINT standing_load_ibge7_fk FOREIGN KEY (ibge7) REFERENCES municipality (ibge7)
) STRICT, WITHOUT ROWID;

CREATE INDEX standing_load_load ON standing_load (load_id);
CREATE INDEX standing_load_month ON standing_load (dataset, month);

-- Rejected rows by reason; ibge7 is empty where the row's municipality could not be told.
CREATE TABLE load_rejection (
  load_id TEXT NOT NULL,
  ibge7 TEXT NOT NULL,
  reason TEXT NOT NULL,
  rejected_rows BIGINT NOT NULL,
  CONSTRAINT load_rejection_pk PRIMARY KEY (load_id, ibge7, reason),
  CONSTRAINT load_rejection_load_fk FOREIGN KEY (load_id) REFERENCES load (id)
) STRICT, WITHOUT ROWID;
