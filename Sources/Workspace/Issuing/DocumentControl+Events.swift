package import Diagnostics
package import Procedures

extension DocumentControl {
  /// Records that a document, or a version that is not yet in force, no longer holds.
  package func withdraw(
    _ target: PinnedCode, reason: String, successor: String?, effective: Day?
  ) throws(WorkspaceError) -> Outcome {
    try file(touching: [target.code]) { archive throws(WorkspaceError) in
      let day = effective ?? recording.at.day
      if day < recording.at.day, recording.backdated == nil {
        return .failure(
          Self.refusal(
            target.code, zh: "作废日期 \(day) 早于记录的日子 \(recording.at.day)",
            en: "it is withdrawn as of \(day), before the day of the record, \(recording.at.day)",
            help: Localized(zh: "用 --backdated 写明原因", en: "say why with --backdated")))
      }
      return find(target.code, in: archive).flatMap { record in
        if let fault = refuse(successor: successor, of: record, in: archive) { return .failure(fault) }
        guard let version = target.version else { return withdrawal(of: record, reason, successor, day) }
        return cancellation(of: record, version, reason, day)
      }
    }
  }

  private func withdrawal(
    of record: DocumentRecord, _ reason: String, _ successor: String?, _ day: Day
  ) -> Result<Filing, Refusal> {
    if record.standing(on: max(day, recording.at.day)).state == .withdrawn {
      return .failure(
        Self.refusal(
          record.code, zh: "它已经作废", en: "it is withdrawn already"))
    }
    return .success(
      Filing(actions: [
        .withdraw(
          Withdrawal(code: record.code, version: nil, reason: reason, successor: successor, effective: day))
      ]))
  }

  private func cancellation(
    of record: DocumentRecord, _ version: Version, _ reason: String, _ day: Day
  ) -> Result<Filing, Refusal> {
    guard let issued = record[version] else {
      let all = record.versions.map(\.version.text).joined(separator: "、")
      return .failure(
        Self.refusal(
          "\(record.code)@\(version)", zh: "没有发行过这个版本；发行过 \(all)",
          en: "this version was never issued; there are \(all)"))
    }
    guard issued.cancellation == nil, issued.from > recording.at.day else {
      return .failure(
        Self.refusal(
          "\(record.code)@\(version)",
          zh: issued.cancellation == nil ? "它自 \(issued.from) 起已经生效，不能再取消" : "它已经取消过",
          en: issued.cancellation == nil ? "it has been in force since \(issued.from)" : "it is cancelled already",
          help: Localized(
            zh: "停止使用整份文件：withdraw \(record.code)；换成新内容：发行更高的版本",
            en: "to end the document: withdraw \(record.code); to change it: issue a higher version")))
    }
    return .success(
      Filing(actions: [
        .withdraw(
          Withdrawal(
            code: record.code, version: issued.version, reason: reason, successor: nil, effective: day))
      ]))
  }

  private func refuse(successor: String?, of record: DocumentRecord, in archive: Archive) -> Refusal? {
    guard let successor else { return nil }
    if successor.lowercased() == record.code.lowercased() {
      return Self.refusal(successor, zh: "替代它的不能是它自己", en: "it cannot be its own successor")
    }
    guard archive.ledger[successor] == nil else { return nil }
    return Self.refusal(
      successor, zh: "替代文件 \(successor) 还没有发行过",
      en: "the successor \(successor) was never issued",
      help: Localized(zh: "先发行 \(successor)", en: "issue \(successor) first"))
  }

  /// Records that a document must not be used for the time being.
  package func hold(_ code: String, reason: String) throws(WorkspaceError) -> Outcome {
    try file(touching: [code]) { archive throws(WorkspaceError) in
      find(code, in: archive).flatMap { record in
        let standing = record.standing(on: recording.at.day)
        if standing.hold != nil {
          return .failure(Self.refusal(record.code, zh: "它已经暂停使用", en: "it is on hold already"))
        }
        guard standing.state == .inForce || standing.state == .scheduled else {
          return .failure(Self.notInForce(record))
        }
        return .success(Filing(actions: [.hold(Pause(code: record.code, reason: reason))]))
      }
    }
  }

  /// Records that a document on hold may be used again.
  package func release(_ code: String, reason: String?) throws(WorkspaceError) -> Outcome {
    try file(touching: [code]) { archive throws(WorkspaceError) in
      find(code, in: archive).flatMap { record in
        guard record.standing(on: recording.at.day).hold != nil else {
          return .failure(Self.refusal(record.code, zh: "它没有暂停使用", en: "it is not on hold"))
        }
        return .success(Filing(actions: [.release(Pause(code: record.code, reason: reason))]))
      }
    }
  }

  /// Records that a document was looked at again and stays as it is.
  package func review(_ code: String, by: String, outcome: String, note: String?) throws(WorkspaceError) -> Outcome {
    try file(touching: [code]) { archive throws(WorkspaceError) in
      find(code, in: archive).flatMap { record in
        let standing = record.standing(on: recording.at.day)
        guard standing.state == .inForce || standing.state == .held, let version = standing.version else {
          return .failure(Self.notInForce(record))
        }
        return .success(
          Filing(actions: [
            .review(
              PeriodicReview(code: record.code, version: version.version, by: by, outcome: outcome, note: note))
          ]))
      }
    }
  }

  /// Gives the versions in force a name.
  package func edition(_ name: String, note: String?) throws(WorkspaceError) -> Outcome {
    try file(touching: []) { archive throws(WorkspaceError) in
      if name.utf8.allSatisfy({ $0 <= 0x20 }) || name.unicodeScalars.contains(where: PathText.isHidden) {
        return .failure(Self.refusal(name, zh: "版名不能用", en: "this name cannot be used"))
      }
      if let other = archive.ledger.editions.first(where: { $0.edition.name == name }) {
        return .failure(
          Self.refusal(
            name, zh: "这个版名在 \(other.event.at.day) 用过了",
            en: "this name was used on \(other.event.at.day)"))
      }
      let versions = archive.ledger.inForce(on: recording.at.day).map { (code: $0.issuance.code, version: $0.version) }
      if versions.isEmpty {
        return .failure(Self.refusal(name, zh: "没有现行有效的文件", en: "no document is in force"))
      }
      return .success(Filing(actions: [.edition(EditionNote(name: name, versions: versions, note: note))]))
    }
  }

  /// Records numbered copies that are handed out, one to each holder, and copies that came back.
  package func distribute(
    _ code: String, to holders: [String], returned: [Int]
  ) throws(WorkspaceError) -> Outcome {
    try file(touching: [code]) { archive throws(WorkspaceError) in
      find(code, in: archive).flatMap { record in
        let day = recording.at.day
        let standing = record.standing(on: day)
        guard let version = standing.version,
          holders.isEmpty || standing.state == .inForce || standing.state == .scheduled
        else { return .failure(Self.notInForce(record)) }
        let out = Set(record.copies(on: day).map(\.copy.number))
        if let number = returned.first(where: { !out.contains($0) }) {
          return .failure(
            Self.refusal(
              record.code, zh: "\(number) 号副本没有发出，或已经收回",
              en: "copy \(number) was not handed out, or came back already"))
        }
        let copies = holders.enumerated().map { Handout.Copy(number: record.nextCopy + $0, holder: $1) }
        return .success(
          Filing(actions: [
            .distribute(Handout(code: record.code, version: version.version, copies: copies, returned: returned))
          ]))
      }
    }
  }

  private func find(_ code: String, in archive: Archive) -> Result<DocumentRecord, Refusal> {
    if let record = archive.ledger[code] { return .success(record) }
    let near = EditDistance.nearest(
      code, among: archive.ledger.documents.map(\.code), limit: max(1, code.utf8.count / 3))
    return .failure(
      Self.refusal(
        code, zh: "没有发行过这个编号的文件", en: "no document with this code was ever issued",
        help: near.map { Localized(zh: "最接近的是 \($0)", en: "the nearest is \($0)") }))
  }

  private static func notInForce(_ record: DocumentRecord) -> Refusal {
    refusal(record.code, zh: "它没有现行有效的版本", en: "no version of it is in force")
  }
}

/// `CODE` or `CODE@VERSION`.
package struct PinnedCode: Sendable {
  /// The code.
  package let code: String
  /// The version.
  package let version: Version?

  /// Reads a code with or without a version; nil when either cannot be one.
  package init?(parsing text: String) {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, Code.fault(in: first) == nil else { return nil }
    code = String(first)
    guard parts.count == 2 else {
      version = nil
      return
    }
    guard let version = Version(parsing: parts[1]) else { return nil }
    self.version = version
  }
}
