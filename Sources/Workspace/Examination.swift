import Checks
package import Diagnostics
package import Procedures
package import Rendering

/// What is found in a loaded handbook: by reading it, by its rules, in its attachments and in its templates.
package struct Examination: Sendable {
  /// All findings, weighed and in reading order.
  package let findings: [Diagnostic]
  /// How the handbook looks; its templates are checked in the course of making it.
  package let theme: Theme
  /// The attachments that documents link to.
  package let attachments: [(path: String, bytes: [UInt8])]

  /// Examines a handbook.
  ///
  /// - Parameters:
  ///   - loaded: the handbook.
  ///   - today: the day that counts as today.
  ///   - jobs: how many threads work.
  package init(of loaded: LoadedHandbook, today: Day, jobs: Int = Parallel.processors) {
    theme = Theme(files: loaded.templates, settings: loaded.handbook.settings) { Digest($0).hex }
    var found = loaded.diagnostics + theme.diagnostics
    attachments = loaded.linkedAttachments(&found)
    found += loaded.content?.ledgerFaults ?? []
    let trainings = loaded.content?.trainings(&found)
    findings = Self.review(loaded, found: found, trainings: trainings, today: today, jobs: jobs)
  }

  /// What is found in the texts of a handbook alone, without its templates and attachments; all that has a fix is there.
  package static func ofTexts(_ loaded: LoadedHandbook, today: Day, jobs: Int = Parallel.processors) -> [Diagnostic] {
    review(loaded, found: loaded.diagnostics, trainings: nil, today: today, jobs: jobs)
  }

  private static func review(
    _ loaded: LoadedHandbook, found: [Diagnostic], trainings: Trainings?, today: Day, jobs: Int
  ) -> [Diagnostic] {
    let facts = CheckFacts(today: today, paths: loaded.content?.paths ?? [], trainings: trainings)
    let review = Review(of: loaded.handbook, facts: facts)
    let unread = Review.unreadPaths(found)
    let parts = Parallel.map(loaded.handbook.articles, jobs: jobs) {
      review.part($0, isRead: !unread.contains($0.path))
    }
    let rules = Parallel.map(review.handbookRules, jobs: jobs) { review.findings(of: $0) }.flatMap(\.self)
    return review.conclusion(found + rules, parts)
  }
}

extension LoadedHandbook {
  /// Reads the attachments that documents link to, each once; what is not what its name says is an error.
  func linkedAttachments(_ findings: inout [Diagnostic]) -> [(path: String, bytes: [UInt8])] {
    guard let content else { return [] }
    var wanted: Set<String> = []
    for article in handbook.articles {
      for case .attachment(let path) in article.destinations.values { wanted.insert(path) }
    }
    var found: [(path: String, bytes: [UInt8])] = []
    for attachment in content.attachments where wanted.contains(attachment.path) {
      do {
        let bytes = try content.bytes(of: attachment)
        if let fault = AssetType.check(attachment.path, bytes) { findings.append(fault) }
        found.append((attachment.path, bytes))
      } catch {
        findings.append(
          Diagnostic(.error, .attachmentMissing, path: attachment.path, range: .start, message: error.message))
      }
    }
    return found
  }
}

extension Content {
  /// The paths of all files below `content/`, by their bytes.
  var paths: [String] {
    let own = documents.map(\.path) + [settings?.path].compactMap(\.self)
    return (own + (attachments + records).map(\.path)).sorted(by: PathText.precedes)
  }

  /// What is wrong with the chain of the ledger; the sealed files are read by whoever publishes or verifies them.
  var ledgerFaults: [Diagnostic] {
    guard let ledger = issued.first(where: { $0.path == LedgerText.path }), let bytes = try? bytes(of: ledger) else {
      return []
    }
    return LedgerText(reading: bytes, digest: { Digest($0).hex }, map: { Parallel.map(count: $0, $1) }).faults
  }

  /// The records of training; nil where there is no such file.
  func trainings(_ findings: inout [Diagnostic]) -> Trainings? {
    guard let file = records.first(where: { $0.path == "content/records/training.csv" }) else { return nil }
    do {
      let read = try bytes(of: file)
      return Trainings(parsing: SpreadsheetText.utf8(read) ?? read)
    } catch {
      findings.append(Diagnostic(.error, .unreadable, path: file.path, range: .start, message: error.message))
      return nil
    }
  }
}
