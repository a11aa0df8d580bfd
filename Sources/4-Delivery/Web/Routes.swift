import Access
import Hummingbird
import Logging
public import UseCases
import Vocabulary

/// Every address that the pages of `prumo` have, in the order of their declaration.
public func declaredRoutes(of prumo: Prumo) -> [DeclaredRoute] {
  routes(
    of: Site(
      prumo: prumo, home: .MT, assets: StaticFiles.shared.addresses, logger: Logger(label: "prumo"),
      cookie: SessionCookie(isSecure: false))
  ).routes
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

  // Trilha
  book.on(.get, "/trilha", .auditRead) { try await TrailPage.answer($0) }
  book.on(.get, "/trilha.csv", .auditExport) { try await TrailDownload.answer($0) }
  book.on(.get, "/trilha/{numero}", .auditRead) { try await TrailEntryPage.answer($0) }

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
