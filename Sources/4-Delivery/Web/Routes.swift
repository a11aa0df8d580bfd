import Hummingbird
import Vocabulary

/// Every address of the product. One line, one page.
func routes(of site: Site) -> Router<PageContext> {
  let router = Router(context: PageContext.self, options: .autoGenerateHeadEndpoints)
  router.add(middleware: SecurityHeaders())
  router.add(middleware: CompressedAnswers())
  router.add(middleware: ErrorPages(site: site))
  router.add(middleware: SameOrigin())

  // Painel
  router.get("/") { _, _ in Response.redirect(to: "/painel/\(site.home.rawValue)") }
  router.get("/painel/{uf}.csv") { try await PanelDownload.answer($0, $1, site) }
  router.get("/painel/{uf}") { try await PanelPage.answer($0, $1, site) }

  // Municípios
  router.get("/municipios") { request, _ in try await MunicipalitiesPage.answer(request, site) }
  router.get("/municipios/{codigo}") { try await SheetPage.answer($0, $1, site) }
  router.post("/municipios/{codigo}/relogio") { try await SheetPage.chooseClock($0, $1, site) }

  // Figuras
  router.get("/figuras/{indicador}/{lugar}/{mes}") { _, context in
    try await ExplanationPage.answer(context, site)
  }

  // Cargas
  router.get("/cargas") { request, _ in try await LoadsPage.answer(request, site) }
  router.get("/cargas/nova") { _, _ in try await NewLoadPage.answer(site) }
  router.post("/cargas") { try await Upload.answer($0, $1, site) }
  router.get("/cargas/{id}") { try await LoadPage.answer($0, $1, site) }
  router.post("/cargas/{id}/cancelar") { _, context in try await LoadPage.cancel(context, site) }

  // Busca
  router.get("/busca") { request, _ in try await SearchPage.answer(request, site) }

  // O que as páginas buscam, e o sinal de vida
  router.get("/recursos/{marca}/{nome}") { request, context in try StaticFiles.shared.answer(request, context)
  }
  router.get("/health") { _, _ in Response.text("ok\n") }
  return router
}
