/// What a person is to the work, in a place and for a time. What each may do stands in `Catalogue/access/roles.yaml`.
/// Source of the list: the product's model of campaigns and visits, and of the intersectoral workshop.
public enum Role: String, CaseIterable, Hashable, Sendable {
  /// Administrador estadual.
  case stateAdministrator
  /// Coordenação estadual (CadÚnico/PBF) e da campanha.
  case campaignCoordinator
  /// Supervisor de polo.
  case poloSupervisor
  /// Técnico de visita.
  case fieldTechnician
  /// Revisor.
  case reviewer
  /// Gestor municipal.
  case gestorMunicipal
  /// Coordenador de unidade (CRAS, CREAS).
  case unitCoordinator
  /// Ponto focal da saúde ou da educação.
  case sectorCounterpart
  /// Conselheiro (CMAS, CEAS, CIB).
  case councilMember
  /// Leitura para o controle (Ministério Público, tribunal de contas).
  case controlReader
  /// Participante de oficina.
  case workshopParticipant
}
