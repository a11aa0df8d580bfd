import Access
import Testing
import Vocabulary

@Suite struct ThrottleTests {
  private let limit = ThrottleLimit(failures: 3, windowSeconds: 60)

  @Test func `the try beyond the limit waits until the window is over`() {
    var count = ThrottleCount(failures: 0, windowBeganAt: Cast.now)
    for _ in 1...3 {
      #expect(count.secondsToWait(limit, at: Cast.now) == nil)
      count = count.counting(limit, at: Cast.now)
    }
    #expect(count.secondsToWait(limit, at: Cast.now) == 60)
    #expect(count.secondsToWait(limit, at: Cast.now.adding(seconds: 59)) == 1)
    #expect(count.secondsToWait(limit, at: Cast.now.adding(seconds: 60)) == nil)
  }

  @Test func `a window that is over begins anew with the next try`() {
    let old = ThrottleCount(failures: 3, windowBeganAt: Cast.now)
    let later = Cast.now.adding(seconds: 60)
    #expect(old.counting(limit, at: later) == ThrottleCount(failures: 1, windowBeganAt: later))
  }

  @Test func `addresses of one connection are one network`() {
    for (address, network) in [
      ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"), ("::FFFF:c000:207", "192.0.2.7"),
      ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("2001:0db8:0001:0002::9", "2001:db8:1:2::/64"),
      ("2001:db8::1", "2001:db8:0:0::/64"), ("fe80::1%eth0", "fe80:0:0:0::/64"), ("::1", "0:0:0:0::/64"),
      ("local", "local"), ("2001:db8::1::2", "2001:db8::1::2"), (":::", ":::"), ("1:2:3", "1:2:3"),
      ("1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8:9"), ("g::1", "g::1"), ("1:2:3:4:5:6:7::8", "1:2:3:4:5:6:7::8"),
      ("1:2:3:4:5:6::8", "1:2:3:4::/64"),
      ("::ffff:300.0.2.7", "::ffff:300.0.2.7"), ("", ""),
    ] { #expect(NetworkPrefix.of(address) == network, "\(address)") }
  }
}
