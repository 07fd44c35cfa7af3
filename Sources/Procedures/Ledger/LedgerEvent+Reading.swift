extension LedgerEvent {
  /// Reads a line; nil when a member is missing or is not what it must be.
  init?(_ line: JSONValue) {
    let reader = LineReader(line)
    guard let seq = line["seq"]?.number, seq > 0, let at = line["at"]?.text.flatMap(Instant.init(parsing:)),
      let word = line["event"]?.text, let prev = reader.digest("prev"), let hash = reader.digest("hash"),
      let action = LedgerAction(word, reader)
    else { return nil }
    var batch: Batch?
    if let written = line["batch"] {
      guard let number = written["number"]?.number, let count = written["of"]?.number, (1...count).contains(number)
      else { return nil }
      batch = Batch(number: number, count: count)
    }
    self.init(
      seq: seq, at: at, backdated: line["backdated"]?.text, action: action, batch: batch, prev: prev, hash: hash)
  }
}

/// Takes typed values out of a line.
private struct LineReader {
  private let line: JSONValue

  init(_ line: JSONValue) { self.line = line }

  func text(_ name: String) -> String? { line[name]?.text }
  func items(_ name: String) -> [JSONValue]? { line[name]?.items }
  func members(_ name: String) -> [JSONValue.Member]? { line[name]?.members }
  func version(_ name: String) -> Version? { text(name).flatMap { Version(parsing: $0) } }
  func day(_ name: String) -> Day? { text(name).flatMap { Day(parsing: $0) } }

  /// A code, which is a safe name of a folder.
  func code(_ name: String) -> String? { text(name).flatMap { Code.fault(in: $0) == nil ? $0 : nil } }

  func digest(_ name: String) -> String? { text(name).flatMap { Self.isDigest($0) ? $0 : nil } }

  static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

extension LedgerAction {
  fileprivate init?(_ word: String, _ line: LineReader) {
    switch word {
    case "issue":
      guard let one = Issuance(line) else { return nil }
      self = .issue(one)
    case "review":
      guard let code = line.code("code"), let version = line.version("version"), let by = line.text("by"),
        let outcome = line.text("outcome")
      else { return nil }
      self = .review(
        PeriodicReview(code: code, version: version, by: by, outcome: outcome, note: line.text("note")))
    case "withdraw":
      guard let code = line.code("code"), let reason = line.text("reason"), let day = line.day("effective") else {
        return nil
      }
      let version = line.version("version")
      if version == nil, line.text("version") != nil { return nil }
      self = .withdraw(
        Withdrawal(code: code, version: version, reason: reason, successor: line.text("successor"), effective: day))
    case "hold", "release":
      guard let code = line.code("code") else { return nil }
      let pause = Pause(code: code, reason: line.text("reason"))
      self = word == "hold" ? .hold(pause) : .release(pause)
    case "edition":
      guard let name = line.text("name"), let written = line.members("versions") else { return nil }
      let versions = written.compactMap { member in
        member.value.text.flatMap { Version(parsing: $0) }.map { (code: member.name, version: $0) }
      }
      guard versions.count == written.count else { return nil }
      self = .edition(EditionNote(name: name, versions: versions, note: line.text("note")))
    case "distribute":
      guard let one = Handout(line) else { return nil }
      self = .distribute(one)
    default: return nil
    }
  }
}

extension Handout {
  fileprivate init?(_ line: LineReader) {
    guard let code = line.code("code"), let version = line.version("version") else { return nil }
    let written = line.items("copies") ?? []
    let copies = written.compactMap { copy -> Copy? in
      guard let number = copy["number"]?.number, let holder = copy["holder"]?.text else { return nil }
      return Copy(number: number, holder: holder)
    }
    let back = line.items("returned") ?? []
    let returned = back.compactMap(\.number)
    guard copies.count == written.count, returned.count == back.count else { return nil }
    self.init(code: code, version: version, copies: copies, returned: returned)
  }
}

extension Issuance {
  fileprivate init?(_ line: LineReader) {
    guard let kind = line.text("kind").flatMap(ArticleKind.init(rawValue:)), kind.isControlled,
      let code = line.code("code"), let version = line.version("version"), let language = line.text("language"),
      let path = line.text("path"), let effective = line.day("effective"), let title = line.text("title"),
      let written = line.items("approvals"), let members = line.members("files"), let context = line.digest("context")
    else { return nil }
    let approvals = written.compactMap { one -> Approval? in
      guard let action = one["action"]?.text, let role = one["role"]?.text, let person = one["person"]?.text,
        let at = one["at"]?.text
      else { return nil }
      return Approval(action: action, role: role, person: person, at: at)
    }
    let files = members.compactMap { member -> File? in
      guard let digest = member.value.text, LineReader.isDigest(digest), Self.isSafe(member.name) else { return nil }
      return File(path: member.name, digest: digest)
    }
    guard approvals.count == written.count, files.count == members.count, files.contains(where: { $0.path == path })
    else { return nil }
    self.init(
      kind: kind, code: code, version: version, language: language, path: path, effective: effective, title: title,
      note: line.text("note"), approvals: approvals, files: files, context: context)
  }

  /// Whether a path stays below its folder, so that a ledger from elsewhere leads nowhere else.
  private static func isSafe(_ path: String) -> Bool {
    path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0x5C }
      && path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8) && part.count <= 255
      }
  }
}
