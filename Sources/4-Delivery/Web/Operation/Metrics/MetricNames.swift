/// What is counted, and what each count means.
public enum MetricNames {
  static let requests = "prumo_http_requests_total"
  static let requestSeconds = "prumo_http_request_seconds"
  static let requestsInFlight = "prumo_http_requests_in_flight"
  static let connections = "prumo_connections"
  static let refusals = "prumo_refusals_total"
  public static let storeTransactions = "prumo_store_transactions_total"
  public static let storeSeconds = "prumo_store_transaction_seconds"
  public static let storeWaitSeconds = "prumo_store_wait_seconds"
  static let loadsRunning = "prumo_loads_running"
  static let lettersWaiting = "prumo_mail_waiting"

  static let help = [
    requests: "Pedidos atendidos, por método, rota e situação.",
    requestSeconds: "Segundos do pedido à resposta pronta, por rota.",
    requestsInFlight: "Pedidos em andamento.",
    connections: "Conexões abertas.",
    refusals: "Recusas por limite de pedidos, por motivo.",
    storeTransactions: "Transações do banco, por tipo e resultado.",
    storeSeconds: "Segundos de cada transação, sem a espera.",
    storeWaitSeconds: "Segundos à espera da vez ou de uma conexão do banco.",
    lettersWaiting: "Cartas à espera do servidor de e-mail.",
    loadsRunning: "Arquivos que este processo lê agora.",
    "prumo_build_info": "Versão do programa.",
    "process_cpu_seconds_total": "Segundos de processador.",
    "process_resident_memory_bytes": "Memória residente.",
    "process_open_fds": "Descritores abertos.",
    "process_max_fds": "Descritores permitidos.",
    "process_start_time_seconds": "Quando o processo começou, em segundos desde 1970.",
  ]
}
