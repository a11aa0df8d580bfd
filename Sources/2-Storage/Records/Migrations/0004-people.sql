-- People with accounts, how they prove who they are, what they may do, and where they are signed in.
-- Of every token that stands in a link or a cookie only the fingerprint is kept.

CREATE TABLE person (
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL,
  state TEXT NOT NULL,
  -- The last day of the post.
  post_ends_on TEXT,
  created_at TEXT NOT NULL,
  reviewed_at TEXT NOT NULL,
  CONSTRAINT person_pk PRIMARY KEY (id),
  CONSTRAINT person_email_unique UNIQUE (email_key),
  CONSTRAINT person_state_check CHECK (state IN ('invited', 'active', 'ended'))
) STRICT;

CREATE INDEX person_name ON person (name_key, id);
CREATE INDEX person_reviewed_at ON person (reviewed_at, id);

-- time_code_secret is sealed with the installation's key; time_code_last_step keeps a code from being used twice.
CREATE TABLE credential (
  person_id TEXT NOT NULL,
  password_hash TEXT,
  password_changed_at TEXT,
  time_code_secret TEXT,
  time_code_confirmed_at TEXT,
  time_code_last_step BIGINT,
  CONSTRAINT credential_pk PRIMARY KEY (person_id),
  CONSTRAINT credential_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT credential_time_code_check CHECK (time_code_confirmed_at IS NULL OR time_code_secret IS NOT NULL)
) STRICT;

CREATE TABLE recovery_code (
  person_id TEXT NOT NULL,
  code_fingerprint TEXT NOT NULL,
  created_at TEXT NOT NULL,
  used_at TEXT,
  CONSTRAINT recovery_code_pk PRIMARY KEY (person_id, code_fingerprint),
  CONSTRAINT recovery_code_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
) STRICT;

-- Who a person is to an identity provider. The subject may be a CPF, hence only its fingerprint.
CREATE TABLE person_identity (
  issuer TEXT NOT NULL,
  subject_fingerprint TEXT NOT NULL,
  person_id TEXT NOT NULL,
  linked_at TEXT NOT NULL,
  CONSTRAINT person_identity_pk PRIMARY KEY (issuer, subject_fingerprint),
  CONSTRAINT person_identity_once UNIQUE (person_id, issuer),
  CONSTRAINT person_identity_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
) STRICT;

-- place: BR, MT, RI510015, 5100201, 5100201/51002003261. territory: the smallest one that holds it; uf: its state,
-- none for the country.
CREATE TABLE assignment (
  id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  role TEXT NOT NULL,
  sector TEXT,
  place TEXT NOT NULL,
  territory TEXT NOT NULL,
  uf TEXT,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  granted_by TEXT,
  granted_at TEXT NOT NULL,
  revoked_at TEXT,
  revoked_by TEXT,
  CONSTRAINT assignment_pk PRIMARY KEY (id),
  CONSTRAINT assignment_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT assignment_granted_by_fk FOREIGN KEY (granted_by) REFERENCES person (id),
  CONSTRAINT assignment_revoked_by_fk FOREIGN KEY (revoked_by) REFERENCES person (id),
  CONSTRAINT assignment_validity_check CHECK (valid_until IS NULL OR valid_from <= valid_until)
) STRICT;

CREATE INDEX assignment_person ON assignment (person_id, valid_from);
CREATE INDEX assignment_place ON assignment (uf, territory);
CREATE INDEX assignment_territory ON assignment (territory);
CREATE INDEX assignment_granted_by ON assignment (granted_by);
CREATE INDEX assignment_revoked_by ON assignment (revoked_by);

-- Links that are used once. Only that of the first administrator is of no person yet.
CREATE TABLE account_link (
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  token_fingerprint TEXT NOT NULL,
  person_id TEXT,
  created_at TEXT NOT NULL,
  created_by TEXT,
  expires_at TEXT NOT NULL,
  used_at TEXT,
  CONSTRAINT account_link_pk PRIMARY KEY (id),
  CONSTRAINT account_link_token_unique UNIQUE (token_fingerprint),
  CONSTRAINT account_link_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT account_link_created_by_fk FOREIGN KEY (created_by) REFERENCES person (id),
  CONSTRAINT account_link_kind_check CHECK (kind IN ('firstAdministrator', 'invitation', 'recovery')),
  CONSTRAINT account_link_person_check CHECK (
    (kind = 'firstAdministrator' AND person_id IS NULL) OR (kind <> 'firstAdministrator' AND person_id IS NOT NULL)
  )
) STRICT;

CREATE INDEX account_link_person ON account_link (person_id, kind);
CREATE INDEX account_link_created_by ON account_link (created_by);
CREATE INDEX account_link_expires_at ON account_link (expires_at);

-- viewed_person_id: an administrator sees the program as this person does.
CREATE TABLE session (
  id TEXT NOT NULL,
  token_fingerprint TEXT NOT NULL,
  person_id TEXT NOT NULL,
  viewed_person_id TEXT,
  has_second_factor SMALLINT NOT NULL,
  created_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  address TEXT NOT NULL,
  client TEXT NOT NULL,
  CONSTRAINT session_pk PRIMARY KEY (id),
  CONSTRAINT session_token_unique UNIQUE (token_fingerprint),
  CONSTRAINT session_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT session_viewed_person_fk FOREIGN KEY (viewed_person_id) REFERENCES person (id),
  CONSTRAINT session_has_second_factor_check CHECK (has_second_factor IN (0, 1))
) STRICT;

CREATE INDEX session_person ON session (person_id, seen_at);
CREATE INDEX session_viewed_person ON session (viewed_person_id);
CREATE INDEX session_expires_at ON session (expires_at);

-- The password was right and the code is still to come.
CREATE TABLE sign_in_step (
  token_fingerprint TEXT NOT NULL,
  person_id TEXT NOT NULL,
  failures BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  CONSTRAINT sign_in_step_pk PRIMARY KEY (token_fingerprint),
  CONSTRAINT sign_in_step_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
) STRICT;

CREATE INDEX sign_in_step_person ON sign_in_step (person_id);
CREATE INDEX sign_in_step_expires_at ON sign_in_step (expires_at);

-- Browsers from which a person has signed in before: others' wrong passwords do not slow them down.
CREATE TABLE known_device (
  token_fingerprint TEXT NOT NULL,
  person_id TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  CONSTRAINT known_device_pk PRIMARY KEY (token_fingerprint),
  CONSTRAINT known_device_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
) STRICT;

CREATE INDEX known_device_person ON known_device (person_id);
CREATE INDEX known_device_expires_at ON known_device (expires_at);

-- Wrong sign-ins counted by where they come from; bucket is a fingerprint, never an address as it was typed.
CREATE TABLE sign_in_throttle (
  bucket TEXT NOT NULL,
  failures BIGINT NOT NULL,
  window_began_at TEXT NOT NULL,
  CONSTRAINT sign_in_throttle_pk PRIMARY KEY (bucket)
) STRICT;

CREATE INDEX sign_in_throttle_window_began_at ON sign_in_throttle (window_began_at);

-- What is true of this installation: its key, whether it is a demonstration.
CREATE TABLE installation (
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  set_at TEXT NOT NULL,
  CONSTRAINT installation_pk PRIMARY KEY (name)
) STRICT;

-- Letters that wait for the mail server. The body is sealed, and gone once the letter is sent or given up.
CREATE TABLE outgoing_mail (
  id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT,
  state TEXT NOT NULL,
  attempts BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  -- Whose turn it is, and until when nobody else may take it.
  claimed_by TEXT,
  claimed_until TEXT,
  ended_at TEXT,
  failure TEXT,
  CONSTRAINT outgoing_mail_pk PRIMARY KEY (id),
  CONSTRAINT outgoing_mail_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT outgoing_mail_state_check CHECK (state IN ('waiting', 'sent', 'failed')),
  CONSTRAINT outgoing_mail_body_check CHECK (state <> 'waiting' OR body IS NOT NULL)
) STRICT;

CREATE INDEX outgoing_mail_person ON outgoing_mail (person_id);
CREATE INDEX outgoing_mail_due ON outgoing_mail (due_at, id) WHERE state = 'waiting';
