/// Addresses of what a page fetches besides itself. They carry a mark of the content, so that browsers may keep the
/// files for good and still see every change.
struct AssetAddresses: Sendable {
  let styles: String
  let mark: String
  let uploadScript: String

  static let sample = AssetAddresses(
    styles: "/recursos/0/prumo.css", mark: "/recursos/0/mark.svg", uploadScript: "/recursos/0/upload.js")
}
