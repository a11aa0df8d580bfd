import Access
import Hummingbird
import Logging
public import UseCases
import Vocabulary

/// Every address that the pages of `prumo` have, in the order of their declaration.
public func declaredRoutes(of prumo: Prumo) -> [DeclaredRoute] {
  routes(of: Site(onlyDeclaring: prumo)).routes
}

/// Every address of the product, with who may reach it. One line, one page.
func routes(of site: Site) -> RouteBook {
  let router = Router(context: PageContext.self, options: .autoGenerateHeadEndpoints)
  router.add(middleware: SecurityHeaders())
  if site.isDemonstration { router.add(middleware: DemonstrationNames()) }
  router.add(middleware: CompressedAnswers())
  router.add(middleware: ErrorPages(site: site))
  router.add(middleware: SameOrigin())
  var book = RouteBook(site: site, router: router)

  // Entrar e sair
  book.open(.get, "/entrar", because: "whoever has not signed in") { try await SignInPage.answer($0) }
  book.open(.post, "/entrar", because: "whoever has not signed in") { try await SignInPage.enter($0) }
  book.open(.get, "/entrar/codigo", because: "the password was right") { try await SignInCodePage.answer($0) }
  book.open(.post, "/entrar/codigo", because: "the password was right") { try await SignInCodePage.enter($0) }
  book.open(.get, "/entrar/provedor/{provedor}", because: "whoever has not signed in") {
    try await ProviderSignIn.begin($0)
  }
  book.open(.get, "/entrar/provedor/{provedor}/retorno", because: "whom a provider sends back") {
    try await ProviderSignIn.complete($0)
  }
  book.open(.post, "/sair", because: "ends the own session, and is no error where it has ended already") {
    try await SignInPage.leave($0)
  }

  // Links de uso único
  let holder = "who holds the link, which is checked"
  book.open(.get, "/primeiro-acesso/{token}", because: holder) { try await FirstAccessPage.answer($0) }
  book.open(.post, "/primeiro-acesso/{token}", because: holder) { try await FirstAccessPage.begin($0) }
  book.open(.get, "/convite/{token}", because: holder) { try await InvitationPage.answer($0) }
  book.open(.post, "/convite/{token}", because: holder) { try await InvitationPage.accept($0) }
  book.open(.post, "/convite/{token}/provedor/{provedor}", because: holder) {
    try await ProviderPage.accept($0)
  }
  book.open(.get, "/recuperar", because: "whoever forgot the password") {
    try await RecoveryRequestPage.answer($0)
  }
  book.open(.post, "/recuperar", because: "whoever forgot the password") {
    try await RecoveryRequestPage.request($0)
  }
  book.open(.get, "/recuperar/{token}", because: holder) { try await RecoveryPage.answer($0) }
  book.open(.post, "/recuperar/{token}", because: holder) { try await RecoveryPage.recover($0) }

  // Minha conta
  book.own(.get, "/conta") { try await AccountPage.answer($0) }
  book.own(.post, "/conta/nome") { try await AccountPage.correctName($0) }
  book.own(.post, "/conta/email") { try await AccountPage.changeEmail($0) }
  book.own(.post, "/conta/senha") { try await AccountPage.changePassword($0) }
  book.own(.post, "/conta/sessoes/encerrar") { try await AccountPage.endSessions($0) }
  book.own(.post, "/conta/sessoes/{id}/encerrar") { try await AccountPage.endSession($0) }
  book.own(.post, "/conta/identidade/{provedor}/ligar") { try await ProviderPage.link($0) }
  book.own(.post, "/conta/identidade/{provedor}/desligar") { try await ProviderPage.unlink($0) }
  book.own(.get, SecondFactorPage.path) { try await SecondFactorPage.answer($0) }
  book.own(.post, SecondFactorPage.path) { try await SecondFactorPage.confirm($0) }
  book.own(.post, "/conta/segundo-fator/codigos") { try await SecondFactorPage.renewCodes($0) }
  book.own(.post, "/conta/segundo-fator/desativar") { try await SecondFactorPage.remove($0) }

  // Demonstração: onde não é uma, o endereço não existe
  if site.isDemonstration {
    book.open(.post, EnterDemonstration.path, because: "signs in as one of the invented cast") {
      try await EnterDemonstration.answer($0)
    }
  }

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

  // Trilha
  book.on(.get, "/trilha", .auditRead) { try await TrailPage.answer($0) }
  book.on(.get, "/trilha.csv", .auditExport) { try await TrailDownload.answer($0) }
  book.on(.get, "/trilha/{numero}", .auditRead) { try await TrailEntryPage.answer($0) }

  // Dados pessoais
  book.open(
    .get, "/privacidade",
    because: "what is done with personal data, why and until when: the law asks that all can read it"
  ) {
    try await PrivacyPage.answer($0)
  }
  book.own(.get, "/conta/dados") { try await OwnDataPage.answer($0) }
  book.own(.get, "/conta/dados.json") { try await OwnDataPage.download($0) }
  book.own(.post, "/conta/dados/pedidos") { try await OwnDataPage.ask($0) }
  book.own(.post, "/conta/dados/pedidos/{id}/desistir") { try await OwnDataPage.withdraw($0) }
  book.on(.get, "/administracao/privacidade", .privacyWrite) { try await PrivacyDeskPage.answer($0) }
  book.on(.post, "/administracao/privacidade/limpeza", .privacyWrite) { try await PrivacyDeskPage.run($0) }
  book.on(.get, "/administracao/privacidade/pedidos/{id}", .privacyWrite) {
    try await PrivacyRequestPage.answer($0)
  }
  book.on(.post, "/administracao/privacidade/pedidos/{id}", .privacyWrite) {
    try await PrivacyRequestPage.send($0)
  }

  // Busca
  book.on(.get, "/busca", .figuresRead) { try await SearchPage.answer($0) }

  // O que as páginas buscam, e o sinal de vida
  book.open(.get, "/recursos/{marca}/{nome}", because: "style sheet, scripts and the mark, the same for all")
  {
    try StaticFiles.shared.answer($0.request, $0.context)
  }
  book.open(.get, "/health", because: "tells a proxy whether pages can be answered, and nothing else") {
    await $0.site.watching.health.answer()
  }
  book.open(
    .get, "/metrics", because: "for programs of this machine, and those that know the token of metrics"
  ) {
    await $0.site.watching.metrics.answer($0.request, peer: $0.context.facts.peer)
  }
  return book
}
