import Foundation
import UseCases

/// Who starts the program makes its first administrator: by an address that is printed as long as there is none.
enum FirstAccess {
  /// One line, `Primeiro acesso: http://127.0.0.1:8080/primeiro-acesso/…`, for people and for programs that start ours.
  ///
  /// - Parameter address: what the addresses of this program begin with.
  static func tell(_ prumo: Prumo, at address: String) async {
    let path: String?
    do {
      path = try await prumo.firstAdministratorLink()
    } catch {
      return Ending.say(Ending.sentence(for: error))
    }
    guard let path else { return }
    print("Primeiro acesso: \(reachable(address))\(path)")
    print(
      "  Quem abrir este endereço primeiro vira o administrador. Ele vale por 24 horas; ao reiniciar, vale o novo."
    )
    fflush(nil)
  }

  /// No browser can go to "all addresses of this machine".
  private static func reachable(_ address: String) -> String {
    address.replacing("//0.0.0.0:", with: "//127.0.0.1:").replacing("//[::]:", with: "//[::1]:")
  }
}
