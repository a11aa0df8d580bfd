import Access
import Hummingbird
import Vocabulary

/// Every address of the product, with who may reach it. One line, one page.
func routes(of site: Site) -> RouteBook {
  let router = Router(context: PageContext.self, options: .autoGenerateHeadEndpoints)
  router.add(middleware: SecurityHeaders())
  router.add(middleware: CompressedAnswers())
  router.add(middleware: ErrorPages(site: site))
  router.add(middleware: SameOrigin())
  var book = RouteBook(site: site, router: router)

  // Início
  book.own(.get, "/") { try await HomePage.answer($0) }

  // Painel
  book.on(.get, "/painel/{uf}.csv", .figuresRead) { try await PanelDownload.answer($0) }
  book.on(.get, "/painel/{uf}", .figuresRead) { try await PanelPage.answer($0) }

  // Municípios
  book.on(.get, "/municipios", .figuresRead) { try await MunicipalitiesPage.answer($0) }
  book.on(.get, "/municipios/{codigo}", .figuresRead) { try await SheetPage.answer($0) }
  book.on(.post, "/municipios/{codigo}/relogio", .clockChoose) { try await SheetPage.chooseClock($0) }

  // Figuras
  book.on(.get, "/figuras/{indicador}/{lugar}/{mes}", .figuresRead) { try await ExplanationPage.answer($0) }

  // Cargas
  book.on(.get, "/cargas", .loadsRead) { try await LoadsPage.answer($0) }
  book.on(.get, "/cargas/nova", .loadsWrite) { try await NewLoadPage.answer($0) }
  book.on(.post, "/cargas", .loadsWrite) { try await Upload.answer($0) }
  book.on(.get, "/cargas/{id}", .loadsRead) { try await LoadPage.answer($0) }
  book.on(.post, "/cargas/{id}/cancelar", .loadsWrite) { try await LoadPage.cancel($0) }

  // Busca
  book.on(.get, "/busca", .figuresRead) { try await SearchPage.answer($0) }

  // Entrar
  book.open(.get, "/entrar", because: "the way in") { try await SignInPage.answer($0) }
  book.open(.post, "/entrar", because: "the way in") { try await SignInPage.enter($0) }
  book.open(.get, "/entrar/codigo", because: "the second step of the way in") {
    try await CodePage.answer($0)
  }
  book.open(.post, "/entrar/codigo", because: "the second step of the way in") {
    try await CodePage.enter($0)
  }
  book.open(.post, "/sair", because: "ends the own session, and does nothing for others") {
    try await SignInPage.leave($0)
  }
  book.open(.get, "/recuperar", because: "for who cannot sign in; answers all alike") {
    try await RecoveryPage.answer($0)
  }
  book.open(.post, "/recuperar", because: "for who cannot sign in; answers all alike") {
    try await RecoveryPage.ask($0)
  }
  book.open(.get, "/recuperar/{token}", because: "opened by the token, once") {
    try await LinkPage.recovery($0)
  }
  book.open(.post, "/recuperar/{token}", because: "opened by the token, once") {
    try await LinkPage.recover($0)
  }
  book.open(.get, "/convite/{token}", because: "opened by the token, once") {
    try await LinkPage.invitation($0)
  }
  book.open(.post, "/convite/{token}", because: "opened by the token, once") { try await LinkPage.accept($0) }
  book.open(.get, "/primeiro-acesso/{token}", because: "opened by the token, once") {
    try await FirstAccessPage.answer($0)
  }
  book.open(.post, "/primeiro-acesso/{token}", because: "opened by the token, once") {
    try await FirstAccessPage.become($0)
  }

  // Minha conta
  book.own(.get, "/conta") { try await AccountPage.answer($0) }
  book.own(.post, "/conta/nome") { try await AccountPage.correctName($0) }
  book.own(.post, "/conta/senha") { try await AccountPage.changePassword($0) }
  book.own(.post, "/conta/email") { try await AccountPage.changeEmail($0) }
  book.own(.post, "/conta/sessoes/encerrar") { try await AccountPage.endSessions($0) }
  book.own(.post, "/conta/sessoes/{id}/encerrar") { try await AccountPage.endSession($0) }
  book.own(.get, "/conta/segundo-fator") { try await SecondFactorPage.answer($0) }
  book.own(.post, "/conta/segundo-fator") { try await SecondFactorPage.confirm($0) }
  book.own(.post, "/conta/segundo-fator/codigos") { try await SecondFactorPage.renewCodes($0) }
  book.own(.post, "/conta/segundo-fator/desativar") { try await SecondFactorPage.remove($0) }
  book.own(.post, "/ver-como/fim") { try await AccountPage.stopViewing($0) }

  // O que as páginas buscam, e o sinal de vida
  book.open(.get, "/recursos/{marca}/{nome}", because: "style sheet, scripts and the mark, the same for all")
  {
    try StaticFiles.shared.answer($0.request, $0.context)
  }
  book.open(.get, "/health", because: "tells a proxy that the program lives, and nothing else") { _ in
    Response.text("ok\n")
  }
  return book
}
