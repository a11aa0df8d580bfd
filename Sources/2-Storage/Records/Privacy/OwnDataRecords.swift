public import Access
public import Privacy
public import SQLStore
public import Vocabulary

/// Everything that is kept about a person, table by table. Of secrets it says that they are there; what is kept of them could
/// not be read anyway: fingerprints and sealed texts.
public enum OwnDataRecords {
  /// Newest entries of the trail in one answer.
  public static let maximumEntries = 10_000

  /// Tables with personal data that cannot be told to one person: nothing in them says whose a row is.
  public static let tablesOfNoOne: Set<String> = ["sign_in_throttle"]

  public static func all(of person: ID<Person>, in db: any ReadTransaction) throws -> [OwnDataPart] {
    try queries(person).map { query in
      OwnDataPart(
        table: query.table,
        rows: try db.rows(query.sql).map { row in
          try query.columns.map { column in
            OwnDataPart.Field(column: column, value: text(try row.value(column)))
          }
        })
    }
  }

  private static func text(_ value: SQLValue) -> String? {
    switch value {
    case .null: nil
    case .text(let text): text
    case .integer(let number): String(number)
    }
  }

  private typealias Query = (table: String, columns: [String], sql: SQLText)

  private static func queries(_ person: ID<Person>) -> [Query] {
    ofTheAccount(person) + ofSigningIn(person) + ofTheWork(person)
  }

  private static func ofTheAccount(_ person: ID<Person>) -> [Query] {
    [
      (
        "person",
        ["id", "name", "email", "state", "post_ends_on", "created_at", "reviewed_at", "removed_at"],
        """
        SELECT id, name, email, state, post_ends_on, created_at, reviewed_at, removed_at
        FROM person
        WHERE id = \(person)
        ORDER BY id
        """
      ),
      (
        "assignment",
        [
          "role", "sector", "place", "valid_from", "valid_until", "granted_by", "granted_at", "revoked_by",
          "revoked_at",
        ],
        """
        SELECT role, sector, place, valid_from, valid_until, granted_by, granted_at, revoked_by, revoked_at
        FROM assignment
        WHERE person_id = \(person)
        ORDER BY valid_from, granted_at, id
        """
      ),
      (
        "privacy_request",
        ["kind", "text", "state", "asked_at", "due_on", "outcome", "answer", "answered_by", "ended_at"],
        """
        SELECT kind, text, state, asked_at, due_on, outcome, answer, answered_by, ended_at
        FROM privacy_request
        WHERE person_id = \(person)
        ORDER BY asked_at, id
        """
      ),
    ]
  }

  private static func ofSigningIn(_ person: ID<Person>) -> [Query] {
    [
      (
        "credential", ["has_password", "password_changed_at", "has_second_factor", "time_code_confirmed_at"],
        """
        SELECT CASE WHEN password_hash IS NULL THEN 0 ELSE 1 END AS has_password, password_changed_at,
               CASE WHEN time_code_secret IS NULL THEN 0 ELSE 1 END AS has_second_factor, time_code_confirmed_at
        FROM credential
        WHERE person_id = \(person)
        ORDER BY person_id
        """
      ),
      (
        "recovery_code", ["created_at", "used_at"],
        """
        SELECT created_at, used_at
        FROM recovery_code
        WHERE person_id = \(person)
        ORDER BY created_at, code_fingerprint
        """
      ),
      (
        "person_identity", ["issuer", "linked_at"],
        """
        SELECT issuer, linked_at
        FROM person_identity
        WHERE person_id = \(person)
        ORDER BY issuer
        """
      ),
      (
        "session", ["created_at", "seen_at", "expires_at", "address", "client", "has_second_factor"],
        """
        SELECT created_at, seen_at, expires_at, address, client, has_second_factor
        FROM session
        WHERE person_id = \(person)
        ORDER BY created_at, id
        """
      ),
      (
        "sign_in_step", ["created_at", "expires_at", "failures"],
        """
        SELECT created_at, expires_at, failures
        FROM sign_in_step
        WHERE person_id = \(person)
        ORDER BY created_at, token_fingerprint
        """
      ),
      (
        "known_device", ["created_at", "expires_at"],
        """
        SELECT created_at, expires_at
        FROM known_device
        WHERE person_id = \(person)
        ORDER BY created_at, token_fingerprint
        """
      ),
      (
        "account_link", ["kind", "created_at", "expires_at", "used_at"],
        """
        SELECT kind, created_at, expires_at, used_at
        FROM account_link
        WHERE person_id = \(person)
        ORDER BY created_at, id
        """
      ),
      (
        "outgoing_mail", ["recipient", "subject", "state", "created_at", "ended_at"],
        """
        SELECT recipient, subject, state, created_at, ended_at
        FROM outgoing_mail
        WHERE person_id = \(person)
        ORDER BY created_at, id
        """
      ),
    ]
  }

  private static func ofTheWork(_ person: ID<Person>) -> [Query] {
    [
      (
        "load", ["dataset", "file_name", "month", "state", "loaded_by", "started_at", "finished_at"],
        """
        SELECT l.dataset, l.file_name, l.month, l.state, l.loaded_by, l.started_at, l.finished_at
        FROM load l
        WHERE l.id IN (
          SELECT a.thing_id
          FROM audit_entry a
          WHERE a.actor_id = \(person) AND a.thing_kind = 'load'
        )
        ORDER BY l.started_at, l.id
        """
      ),
      (
        "retention_run", ["day", "state", "begun_at", "ended_at"],
        """
        SELECT day, state, begun_at, ended_at
        FROM retention_run
        WHERE requested_by = \(person)
        ORDER BY begun_at, id
        """
      ),
      (
        "audit_entry",
        [
          "number", "happened_at", "actor_name", "address", "action", "thing_kind", "thing_id", "place",
          "values_before", "values_after",
        ],
        """
        SELECT a.number, a.happened_at, a.actor_name, a.address, a.action, a.thing_kind, a.thing_id, a.place,
               a.values_before, a.values_after
        FROM audit_entry a
        WHERE a.actor_id = \(person) OR a.viewer_id = \(person) OR (a.thing_kind = 'person' AND a.thing_id = \(person))
          OR (a.thing_kind = 'assignment' AND a.thing_id IN (SELECT g.id FROM assignment g WHERE g.person_id = \(person)))
        ORDER BY a.number DESC
        LIMIT \(maximumEntries)
        """
      ),
    ]
  }
}
