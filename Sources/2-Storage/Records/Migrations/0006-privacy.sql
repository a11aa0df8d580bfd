-- A person's rights over the own data, and what the retention took away.

-- Set when the term of an ended account ran out: the name and the address are gone, what the person did stays.
ALTER TABLE person ADD COLUMN removed_at TEXT;

CREATE TABLE privacy_request (
  id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  state TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  due_on TEXT NOT NULL,
  outcome TEXT,
  answer TEXT,
  answered_by TEXT,
  ended_at TEXT,
  CONSTRAINT privacy_request_pk PRIMARY KEY (id),
  CONSTRAINT privacy_request_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT privacy_request_answered_by_fk FOREIGN KEY (answered_by) REFERENCES person (id),
  CONSTRAINT privacy_request_kind_check CHECK (kind IN ('information', 'correction', 'deletion')),
  CONSTRAINT privacy_request_state_check CHECK (state IN ('open', 'answered', 'withdrawn')),
  CONSTRAINT privacy_request_ended_check CHECK ((state = 'open') = (ended_at IS NULL)),
  CONSTRAINT privacy_request_answer_check CHECK (
    (state = 'answered') = (outcome IS NOT NULL) AND (outcome IS NULL) = (answer IS NULL)
  )
) STRICT;

CREATE INDEX privacy_request_person ON privacy_request (person_id, asked_at);
CREATE INDEX privacy_request_state ON privacy_request (state, due_on, id);
CREATE INDEX privacy_request_answered_by ON privacy_request (answered_by);
CREATE INDEX privacy_request_ended_at ON privacy_request (ended_at);

-- requested_by is empty for the daily run. process and alive_at: who runs it, so that another node can go on.
CREATE TABLE retention_run (
  id TEXT NOT NULL,
  day TEXT NOT NULL,
  state TEXT NOT NULL,
  requested_by TEXT,
  process TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  alive_at TEXT NOT NULL,
  ended_at TEXT,
  CONSTRAINT retention_run_pk PRIMARY KEY (id),
  CONSTRAINT retention_run_requested_by_fk FOREIGN KEY (requested_by) REFERENCES person (id),
  CONSTRAINT retention_run_state_check CHECK (state IN ('running', 'done')),
  CONSTRAINT retention_run_ended_check CHECK ((state = 'done') = (ended_at IS NOT NULL))
) STRICT;

CREATE INDEX retention_run_begun_at ON retention_run (begun_at, id);
CREATE INDEX retention_run_day ON retention_run (day);
CREATE INDEX retention_run_requested_by ON retention_run (requested_by);

-- kept_since: the first day whose things were kept. removed: how many were taken away so far.
CREATE TABLE retention_step (
  run_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  kept_since TEXT NOT NULL,
  removed BIGINT NOT NULL,
  ended_at TEXT,
  CONSTRAINT retention_step_pk PRIMARY KEY (run_id, subject),
  CONSTRAINT retention_step_run_fk FOREIGN KEY (run_id) REFERENCES retention_run (id)
) STRICT;

-- That a text looked as if it held a person's number, counted by day; never the text, never whose it was.
CREATE TABLE free_text_warning (
  day TEXT NOT NULL,
  field TEXT NOT NULL,
  kind TEXT NOT NULL,
  warned BIGINT NOT NULL,
  sent_anyway BIGINT NOT NULL,
  CONSTRAINT free_text_warning_pk PRIMARY KEY (day, field, kind)
) STRICT;
