public import Access
public import Privacy
public import SQLStore
public import Vocabulary

public enum PrivacyRequestWriting {
  public static func add(_ request: PrivacyRequest, in db: any WriteTransaction) throws {
    try db.run(
      """
      INSERT INTO privacy_request (id, person_id, kind, text, state, asked_at, due_on)
      VALUES (\(request.id), \(request.person), \(request.kind.rawValue), \(request.text), 'open', \(request.askedAt),
              \(request.dueOn))
      """)
  }

  /// By the person who asked.
  public static func withdraw(
    _ request: PrivacyRequest, at now: Instant, in db: any WriteTransaction
  ) throws {
    try db.run(
      """
      UPDATE privacy_request
      SET state = 'withdrawn', ended_at = \(now)
      WHERE id = \(request.id) AND state = 'open'
      """)
  }

  public static func answer(
    _ id: ID<PrivacyRequest>, _ answer: PrivacyRequest.Answer, at now: Instant,
    _ permit: Permit<AnswerPrivacyRequests>, in db: any WriteTransaction
  ) throws {
    try db.run(
      """
      UPDATE privacy_request
      SET state = 'answered', outcome = \(answer.outcome.rawValue), answer = \(answer.text),
          answered_by = \(answer.by.sqlValue), ended_at = \(now)
      WHERE id = \(id) AND state = 'open'
      """)
  }
}
