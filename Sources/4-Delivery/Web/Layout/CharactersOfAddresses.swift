import Foundation

enum CharactersOfAddresses {
  /// What stands in an address as it is. Source: RFC 3986, 2.3.
  static let unreserved = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
