/// Portuguese names of what the own data show: of tables, of their columns, and of words that stand in them.
enum OwnDataWords {
  /// In the order of the page; a table without a name here would not be shown, and a test finds it.
  static let tables: [(table: String, title: String)] = [
    ("person", "Conta"), ("assignment", "Papéis"), ("credential", "Senha e segundo fator"),
    ("recovery_code", "Códigos de recuperação"), ("person_identity", "Entrada por outro provedor"),
    ("session", "Entradas abertas"), ("sign_in_step", "Entradas que ficaram pela metade"),
    ("known_device", "Navegadores conhecidos"), ("account_link", "Links de convite e de nova senha"),
    ("outgoing_mail", "Mensagens enviadas"), ("privacy_request", "Pedidos sobre os próprios dados"),
    ("load", "Arquivos que você carregou"), ("retention_run", "Limpezas que você pediu"),
    ("audit_entry", "Trilha de auditoria"),
  ]

  static let columns: [String: String] = [
    "id": "Código", "name": "Nome", "email": "E-mail", "state": "Situação", "post_ends_on": "Fim do vínculo",
    "created_at": "Criado", "reviewed_at": "Revisto", "removed_at": "Removido", "role": "Papel",
    "sector": "Setor", "place": "Lugar", "valid_from": "Vale desde", "valid_until": "Vale até",
    "granted_by": "Dado por", "granted_at": "Dado", "revoked_by": "Retirado por", "revoked_at": "Retirado",
    "has_password": "Tem senha", "password_changed_at": "Senha mudada", "has_second_factor": "Segundo fator",
    "time_code_confirmed_at": "Confirmado", "used_at": "Usado", "issuer": "Provedor", "linked_at": "Ligado",
    "seen_at": "Vista", "expires_at": "Vale até", "address": "Endereço de rede", "client": "Navegador",
    "failures": "Erros", "kind": "Tipo", "recipient": "Destinatário", "subject": "Assunto",
    "ended_at": "Terminou", "text": "Pedido", "asked_at": "Pedido em", "due_on": "Prazo",
    "outcome": "Resultado", "answer": "Resposta", "answered_by": "Respondido por", "dataset": "Conjunto",
    "file_name": "Arquivo", "month": "Mês", "loaded_by": "Carregado por", "started_at": "Começou",
    "finished_at": "Terminou", "day": "Dia", "begun_at": "Começou", "number": "Número",
    "happened_at": "Quando", "actor_name": "Quem", "action": "Ato", "thing_kind": "Sobre",
    "thing_id": "Código", "values_before": "Antes", "values_after": "Depois",
  ]
}
