-- The audit trail: rows are added and read, nothing else. No foreign keys, because it outlives people and things.
-- values_before, values_after: one field=value a line. hash: SHA-256 of the entry, which holds the hash of the one before.

CREATE TABLE audit_entry (
  number BIGINT NOT NULL,
  happened_at TEXT NOT NULL,
  actor_id TEXT,
  actor_name TEXT NOT NULL,
  viewer_id TEXT,
  address TEXT NOT NULL,
  request_id TEXT NOT NULL,
  action TEXT NOT NULL,
  thing_kind TEXT,
  thing_id TEXT,
  place TEXT,
  values_before TEXT NOT NULL,
  values_after TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  CONSTRAINT audit_entry_pk PRIMARY KEY (number)
) STRICT;

CREATE INDEX audit_entry_happened_at ON audit_entry (happened_at, number);
CREATE INDEX audit_entry_actor ON audit_entry (actor_id, number);
CREATE INDEX audit_entry_viewer ON audit_entry (viewer_id, number) WHERE viewer_id IS NOT NULL;
CREATE INDEX audit_entry_action ON audit_entry (action, number);
CREATE INDEX audit_entry_thing ON audit_entry (thing_kind, thing_id, number);
CREATE INDEX audit_entry_place ON audit_entry (place, number);

-- The newest entry, kept apart, so that a trail whose end was cut off is seen.
CREATE TABLE audit_head (
  id BIGINT NOT NULL,
  number BIGINT NOT NULL,
  hash TEXT NOT NULL,
  CONSTRAINT audit_head_pk PRIMARY KEY (id),
  CONSTRAINT audit_head_once CHECK (id = 1)
) STRICT;
