import Assets
import CatalogueReader
public import Privacy
import SQLStore

extension Prumo {
  /// What is done with personal data, as the program carries it.
  public static func carriedPrivacy() throws -> PrivacyCatalogue {
    func text(_ name: String) throws -> String {
      let path = "Catalogue/privacy/\(name).yaml"
      guard let text = Assets.text(path) else { throw StoreError.defect("\(path) is not in the program") }
      return text
    }
    return try readPrivacy(
      processing: try text("processing"), retention: try text("retention"), tables: try text("tables"))
  }
}
