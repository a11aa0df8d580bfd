import ArgumentParser
import Foundation
import Indicators
import SQLStore
import UseCases
import Vocabulary
import Web

/// How one file of `prumo load` ended, told in words or in JSON.
struct LoadResult {
  let file: String
  let outcome: Result<LoadOutcome, any Error>

  var exitCode: ExitCode? {
    if case .failure(let error) = outcome { return Ending.code(for: error) }
    return nil
  }

  func write() {
    switch outcome {
    case .failure(let error): Ending.say("\(file): \(Ending.sentence(for: error))")
    case .success(.sameFile(let record)):
      print(
        "\(file): este arquivo já foi carregado em \(record.load.startedAt) (carga \(record.load.id)). Nada mudou."
      )
    case .success(.checkedBoundaries(let features, let known)):
      print("\(file): \(known) contornos de municípios em \(features) feições. Nada foi gravado.")
    case .success(.checked(let report)):
      print("\(file): só conferido, nada foi gravado.")
      Self.write(report)
    case .success(.committed(let record)):
      print("\(file): carregado (carga \(record.load.id)).")
      if let report = record.report {
        Self.write(report)
      } else if let rows = record.load.rows {
        print("  \(rows.accepted) contornos de municípios em \(rows.read) feições")
      }
    }
  }

  private static func write(_ report: LoadReport) {
    func whole(_ number: Int?) -> String { number.map { Brazilian.whole($0) } ?? "sem dado" }
    let totals = report.totals
    let month = ReferenceMonth(report.month).map { Brazilian.fullMonth($0) } ?? report.month
    print(
      "  \(report.programmeName), folha de \(month), em \(Brazilian.municipalities(totals.municipalities))"
    )
    print("  famílias (NIS distintos)  \(whole(totals.families))")
    print("  parcelas                  \(whole(totals.parcels)), atrasadas \(whole(totals.lateParcels))")
    print("  valor pago                \(totals.cents.map { Brazilian.money(Cents($0)) } ?? "sem dado")")
    print("  sem CPF                   \(whole(totals.withoutCpf))")
    print("  NIS suspeito              \(whole(totals.suspectNis)) (contado e sinalizado)")
    print(
      "  linhas                    \(whole(report.rowsRead)) lidas, \(whole(report.rowsRead - report.rowsAccepted)) rejeitadas"
    )
    for rejection in report.rejections {
      print("    \(Sentences.reason(rejection.reason)): \(whole(rejection.rows))")
      for example in report.examples where example.reason == rejection.reason {
        let place = example.column.map { ", coluna \($0), forma “\(example.shape)”" } ?? ""
        print("      linha \(example.line)\(place)")
      }
    }
    for unknown in report.unknownMunicipalities {
      let code = unknown.code ?? "forma “\(unknown.shape ?? "")”"
      print("    município não encontrado: \(code) \(unknown.state ?? "") (\(whole(unknown.rows)) linhas)")
    }
    for warning in report.warnings { print("  aviso: \(Sentences.warning(warning.rule, warning.details))") }
    if let before = report.replaced {
      print(
        "  no lugar de               \(whole(before.parcels)) parcelas; mudança em \(Brazilian.municipalities(report.changes.municipalitiesChanged))"
      )
    }
    if let before = report.previousMonth {
      print("  mês anterior              \(whole(before.parcels)) parcelas nos mesmos municípios")
    }
    if report.notReplaced > 0 {
      print(
        "  \(Brazilian.municipalities(report.notReplaced)) ainda com carga de maior precedência (pagamentos antes de saques)"
      )
    }
    print("  arquivo                   \(Brazilian.bytes(report.fileBytes)), SHA-256 \(report.sha256)")
  }

  /// `{"loads":[{"file","outcome","id","report","rule","message"}]}`, keys in order, one line.
  static func json(_ results: [LoadResult]) -> String {
    "{\"loads\":[" + results.map(\.json).joined(separator: ",") + "]}"
  }

  private var json: String {
    var fields: [(String, JSONText)] = [("file", .text(file))]
    switch outcome {
    case .failure(let error):
      fields.append(("outcome", .text("refused")))
      if let problem = error as? Problem { fields.append(("rule", .text(problem.rule))) }
      fields.append(("message", .text(Ending.sentence(for: error))))
    case .success(.sameFile(let record)):
      fields += [("outcome", .text("sameFile")), ("id", .text(record.load.id.text))]
    case .success(.checkedBoundaries(let features, let known)):
      fields += [
        ("outcome", .text("checked")), ("features", .number("\(features)")), ("known", .number("\(known)")),
      ]
    case .success(.checked(let report)):
      fields += [("outcome", .text("checked")), ("report", .written((try? report.json()) ?? "null"))]
    case .success(.committed(let record)):
      fields += [("outcome", .text("committed")), ("id", .text(record.load.id.text))]
      fields.append(("report", .written(record.report.flatMap { try? $0.json() } ?? "null")))
    }
    return JSONText.object(fields).text
  }
}
