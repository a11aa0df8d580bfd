/// One thing that whoever installs the program may decide: its name, what it may be, and what it means.
struct SettingKey: Sendable {
  enum Kind: Sendable, Equatable {
    case text
    /// A file of this machine.
    case file
    case whole(ClosedRange<Int>)
    /// An amount such as `500 MB`, in bytes.
    case bytes(ClosedRange<Int64>)
    case choice([String])
    /// `https://` and a host, nothing behind it.
    case publicAddress
    /// Addresses of a network, alone or as `10.0.0.0/8`.
    case networks
    case state
    case identityProviders
  }

  let name: String
  let kind: Kind
  /// As it would be written; nil when there is none.
  let standard: String?
  /// For people, in Portuguese.
  let meaning: String
  /// Never printed, and may be read from a file of its own.
  let isSecret: Bool

  init(_ name: String, _ kind: Kind, standard: String? = nil, isSecret: Bool = false, _ meaning: String) {
    self.name = name
    self.kind = kind
    self.standard = standard
    self.isSecret = isSecret
    self.meaning = meaning
  }

  /// The variable of the environment that says the same.
  var variable: String { Self.variablePrefix + name.uppercased() }

  static let variablePrefix = "PRUMO_"
  /// Behind the name of a secret: the file that has it.
  static let fileEnding = "_file"

  /// What it may be, in Portuguese.
  var allowed: String {
    switch kind {
    case .text: "texto"
    case .file: "caminho de um arquivo"
    case .whole(let range): "\(range.lowerBound) a \(range.upperBound)"
    case .bytes: "tamanho, como 500 MB ou 12 GB"
    case .choice(let names): names.joined(separator: ", ")
    case .publicAddress: "https://endereço, sem nada depois"
    case .networks: "lista de endereços ou redes, como 10.0.0.5 ou 10.0.0.0/24"
    case .state: "sigla de um estado, como MT ou AC"
    case .identityProviders: "lista; veja abaixo"
    }
  }
}
