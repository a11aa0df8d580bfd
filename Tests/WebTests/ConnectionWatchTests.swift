import Testing

@testable import Web

/// Slow clients, without a clock.
@Suite struct ConnectionWatchTests {
  private static let limits: RequestLimits = {
    var limits = RequestLimits()
    limits.headSeconds = 10
    limits.idleSeconds = 60
    limits.silenceSeconds = 15
    limits.bytesPerSecond = 100
    limits.graceSeconds = 20
    limits.answerSeconds = 50
    return limits
  }()

  private func watch() -> ConnectionWatch { ConnectionWatch(Self.limits, at: 0) }

  @Test func `who opens a connection and says nothing is too slow`() {
    let watch = watch()
    #expect(watch.verdict(at: 9_999) == .fine)
    #expect(watch.verdict(at: 10_000) == .tooSlow)
  }

  @Test func `who brings no byte of a body is too slow, and only while we wait for it`() {
    var watch = watch()
    watch.headArrived(at: 0)
    #expect(watch.verdict(at: 1_000_000) == .fine)
    watch.readAsked(at: 1_000_000)
    #expect(watch.verdict(at: 1_014_999) == .fine)
    #expect(watch.verdict(at: 1_015_000) == .tooSlow)
  }

  @Test func `who brings a byte now and then is too slow in the mean`() {
    var watch = watch()
    watch.headArrived(at: 0)
    for second in stride(from: Int64(0), to: 20_000, by: 1_000) {
      watch.readAsked(at: second)
      #expect(watch.verdict(at: second) == .fine)
      watch.bodyArrived(99, at: second + 1_000)
    }
    watch.readAsked(at: 20_000)
    #expect(watch.verdict(at: 20_000) == .tooSlow)
    watch.bodyArrived(20, at: 20_000)
    watch.readAsked(at: 20_000)
    #expect(watch.verdict(at: 20_000) == .fine)
  }

  @Test func `who asks again after an answer has time, and then goes quietly`() {
    var watch = watch()
    watch.headArrived(at: 1_000)
    watch.requestEnded(at: 2_000)
    #expect(watch.verdict(at: 900_000) == .fine)
    watch.answerEnded(at: 900_000)
    #expect(watch.verdict(at: 959_999) == .fine)
    #expect(watch.verdict(at: 960_000) == .closeQuietly)
  }

  @Test func `an answer that ends before its request lets the rest arrive`() {
    var watch = watch()
    watch.headArrived(at: 0)
    watch.answerEnded(at: 1_000)
    watch.readAsked(at: 2_000)
    #expect(watch.verdict(at: 16_999) == .fine)
    #expect(watch.verdict(at: 17_000) == .tooSlow)
    watch.bodyArrived(100_000, at: 17_000)
    watch.requestEnded(at: 18_000)
    #expect(watch.verdict(at: 77_999) == .fine)
    #expect(watch.verdict(at: 78_000) == .closeQuietly)
  }

  @Test func `who asks ahead is answered before the connection counts as idle`() {
    var watch = watch()
    for _ in 0..<2 {
      watch.headArrived(at: 0)
      watch.requestEnded(at: 0)
    }
    watch.answerEnded(at: 1_000)
    #expect(watch.verdict(at: 500_000) == .fine)
    watch.answerEnded(at: 500_000)
    #expect(watch.verdict(at: 560_000) == .closeQuietly)
  }

  @Test func `who does not take its answer is left`() {
    var watch = watch()
    watch.headArrived(at: 0)
    watch.requestEnded(at: 0)
    watch.writeBegan(at: 1_000)
    watch.writeBegan(at: 2_000)
    watch.answerEnded(at: 2_000)
    #expect(watch.verdict(at: 50_999) == .fine)
    #expect(watch.verdict(at: 51_000) == .notListening)
    watch.writeEnded(at: 51_000)
    #expect(watch.verdict(at: 100_999) == .fine)
    watch.writeEnded(at: 101_000)
    #expect(watch.verdict(at: 101_000) == .closeQuietly)
  }
}
