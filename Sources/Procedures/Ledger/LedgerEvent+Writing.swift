extension LedgerEvent {
  /// The members of the line.
  func json(withHash: Bool) -> JSONValue {
    var members: [(String, JSONValue?)] = [
      ("seq", .number(seq)), ("at", .string(at.description)), ("event", .string(action.word)),
      ("backdated", backdated.map { .string($0) }), ("prev", .string(prev)),
    ]
    if let batch {
      members.append(("batch", .object(of: [("number", .number(batch.number)), ("of", .number(batch.count))])))
    }
    if withHash { members.append(("hash", .string(hash))) }
    return .object(of: members + action.members)
  }
}

extension LedgerAction {
  fileprivate var members: [(String, JSONValue?)] {
    func text(_ text: String?) -> JSONValue? { text.map { .string($0) } }
    switch self {
    case .issue(let one): return one.members
    case .review(let one):
      return [
        ("code", .string(one.code)), ("version", .string(one.version.text)), ("by", .string(one.by)),
        ("outcome", .string(one.outcome)), ("note", text(one.note)),
      ]
    case .withdraw(let one):
      return [
        ("code", .string(one.code)), ("version", text(one.version?.text)), ("reason", .string(one.reason)),
        ("successor", text(one.successor)), ("effective", .string(one.effective.description)),
      ]
    case .hold(let one), .release(let one): return [("code", .string(one.code)), ("reason", text(one.reason))]
    case .edition(let one):
      let versions = one.versions.map { ($0.code, JSONValue?.some(.string($0.version.text))) }
      return [("name", .string(one.name)), ("versions", .object(of: versions)), ("note", text(one.note))]
    case .distribute(let one):
      let copies = one.copies.map {
        JSONValue.object(of: [("number", .number($0.number)), ("holder", .string($0.holder))])
      }
      return [
        ("code", .string(one.code)), ("version", .string(one.version.text)),
        ("copies", copies.isEmpty ? nil : .array(copies)),
        ("returned", one.returned.isEmpty ? nil : .array(one.returned.map { .number($0) })),
      ]
    }
  }
}

extension Issuance {
  fileprivate var members: [(String, JSONValue?)] {
    let approvals = approvals.map { line in
      JSONValue.object(of: [
        ("action", .string(line.action)), ("role", .string(line.role)), ("person", .string(line.person)),
        ("at", .string(line.at)),
      ])
    }
    return [
      ("kind", .string(kind.rawValue)), ("code", .string(code)), ("version", .string(version.text)),
      ("language", .string(language)), ("path", .string(path)), ("effective", .string(effective.description)),
      ("title", .string(title)), ("note", note.map { .string($0) }), ("approvals", .array(approvals)),
      ("files", .object(of: files.map { ($0.path, .string($0.digest)) })), ("context", .string(context)),
    ]
  }
}
