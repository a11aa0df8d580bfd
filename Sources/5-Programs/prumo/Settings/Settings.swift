import Foundation
import Logging
import Secrets
import Transfers
import UseCases
import Vocabulary
import Web

/// The settings, read and checked: what stands here can be used.
struct Settings: Sendable {
  let database: String
  let databaseConnections: Int
  let host: String
  let port: Int
  let home: FederativeUnit
  let publicAddress: PublicAddress?
  let trustedProxies: [NetworkRange]
  let tls: TLSFiles?
  let connections: Int
  let connectionsPerAddress: Int
  let uploadBytes: Int64
  let uploadsAtOnce: Int
  let shutdownSeconds: Int
  let backupPassphrase: String?
  let responsible: DataProtection
  let mail: MailSettings?
  let identityProviders: [IdentityProvider]
  let installationKey: InstallationKey?
  let logLevel: Logger.Level
  let logFormat: LogLines.Format
  let metricsToken: String?
  let warnings: [String]

  struct MailSettings: Sendable {
    let server: MailServer
    let sender: Mailbox
  }

  /// Throws the first rule of `settings.` that is not kept.
  init(_ reading: SettingsReading) throws(Problem) {
    let texts = SettingTexts(reading)
    database = try texts.database()
    databaseConnections = try texts.whole("database_connections")
    host = try texts.text("host")
    port = try texts.whole("port")
    home = try texts.state("home")
    publicAddress = try texts.publicAddress("public_address")
    trustedProxies = try texts.networks("trusted_proxies")
    tls = try texts.pair("tls_certificate", "tls_key").map { TLSFiles(certificate: $0, key: $1) }
    connections = try texts.whole("connections")
    connectionsPerAddress = try texts.whole("connections_per_address")
    uploadBytes = try texts.bytes("upload_limit")
    uploadsAtOnce = try texts.whole("uploads_at_once")
    shutdownSeconds = try texts.whole("shutdown_seconds")
    backupPassphrase = try texts.textIfAny("backup_passphrase")
    responsible = DataProtection(
      organisation: try texts.textIfAny("organisation"),
      officer: try texts.textIfAny("data_protection_officer"),
      contact: try texts.textIfAny("data_protection_contact"))
    mail = try texts.mail()
    identityProviders = try texts.identityProviders()
    installationKey = try texts.installationKey("installation_key")
    logLevel = Logger.Level(rawValue: try texts.text("log_level")) ?? .info
    logFormat = LogLines.Format(rawValue: try texts.text("log_format")) ?? .text
    metricsToken = try texts.token("metrics_token")
    warnings = reading.warnings + Self.warnings(host: host, tls: tls, proxies: trustedProxies)
    if mail != nil, publicAddress == nil {
      throw SettingTexts.alone("mail_server", without: "public_address")
    }
    if tls != nil, let publicAddress, !publicAddress.isEncrypted {
      throw .invalid(rule: "settings.plainBesideTLS", ["address": publicAddress.text])
    }
  }

  /// What sign-in is told.
  var accounts: AccountSettings {
    AccountSettings(
      installationKey: installationKey, mailAddress: mail == nil ? nil : publicAddress?.text,
      identityProviders: identityProviders)
  }

  private static func warnings(host: String, tls: TLSFiles?, proxies: [NetworkRange]) -> [String] {
    let isLocal = NetworkAddress(host)?.isLoopback ?? (host == "localhost")
    guard !isLocal, tls == nil, proxies.isEmpty else { return [] }
    return [
      "O programa atende em \(host) sem TLS e sem proxy: senhas passam abertas pela rede. Configure tls_certificate "
        + "e tls_key, ou trusted_proxies."
    ]
  }
}
