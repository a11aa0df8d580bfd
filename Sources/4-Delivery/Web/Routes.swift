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

  // Pessoas e papéis
  book.on(.get, "/pessoas", .peopleRead) { try await PeoplePage.answer($0) }
  book.on(.get, "/pessoas/convidar", .peopleWrite) { try await GrantPage.invitation($0) }
  book.on(.post, "/pessoas/convidar", .peopleWrite) { try await GrantPage.invite($0) }
  book.on(.get, "/pessoas/{pessoa}", .peopleRead) { try await PersonPage.answer($0) }
  book.on(.post, "/pessoas/{pessoa}/rever", .peopleWrite) { try await PersonPage.review($0) }
  book.on(.post, "/pessoas/{pessoa}/convite", .peopleWrite) { try await PersonPage.inviteAnew($0) }
  book.on(.post, "/pessoas/{pessoa}/senha", .peopleWrite) { try await PersonPage.makeRecoveryLink($0) }
  book.on(.get, "/pessoas/{pessoa}/corrigir", .peopleWrite) { try await CorrectionPage.answer($0) }
  book.on(.post, "/pessoas/{pessoa}/corrigir", .peopleWrite) { try await CorrectionPage.correct($0) }
  book.on(.get, "/pessoas/{pessoa}/segundo-fator", .peopleWrite) {
    try await ConfirmationPage.resettingSecondFactor($0)
  }
  book.on(.post, "/pessoas/{pessoa}/segundo-fator", .peopleWrite) {
    try await ConfirmationPage.resetSecondFactor($0)
  }
  book.on(.get, "/pessoas/{pessoa}/encerrar", .peopleWrite) { try await ConfirmationPage.ending($0) }
  book.on(.post, "/pessoas/{pessoa}/encerrar", .peopleWrite) { try await ConfirmationPage.end($0) }
  book.on(.get, "/pessoas/{pessoa}/papeis/novo", .roleGrant) { try await GrantPage.grant($0) }
  book.on(.post, "/pessoas/{pessoa}/papeis", .roleGrant) { try await GrantPage.give($0) }
  book.on(.get, "/pessoas/{pessoa}/papeis/{papel}/retirar", .roleGrant) {
    try await ConfirmationPage.revoking($0)
  }
  book.on(.post, "/pessoas/{pessoa}/papeis/{papel}/retirar", .roleGrant) {
    try await ConfirmationPage.revoke($0)
  }
  book.on(.get, "/papeis", .rolesRead) { try await RolesPage.answer($0) }
  book.on(.post, "/ver-como/{pessoa}", .viewAs) { try await PersonPage.viewAs($0) }
  book.own(.post, "/ver-como/fim") { try await PersonPage.stopViewing($0) }

  // Busca
  book.on(.get, "/busca", .figuresRead) { try await SearchPage.answer($0) }

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
