package import Diagnostics
package import Redlines

/// What a redline says in sentences, in one language.
package struct RedlineWords: Sendable {
  /// The language of the sentences.
  package let language: Language

  /// Speaks a language.
  package init(_ language: Language) { self.language = language }

  func callAsFunction(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }

  /// That a part was compared coarsely.
  var degraded: String {
    self(
      "两版相差太大或太长，部分内容只按整段比较，没有逐字比较",
      "the versions differ too much or are too long: a part was compared by whole paragraphs, not word by word")
  }

  /// One sentence for an event.
  package func sentence(_ event: Event) -> String { sentence(event, for: nil) }

  /// One sentence for an event, as it is told to one role.
  package func sentence(_ event: Event, for role: String?) -> String {
    switch event.kind.subject {
    case .step: stepSentence(event, role)
    case .meta: metaSentence(event)
    case .section, .heading: sectionSentence(event)
    case .row, .column, .cell, .table: tableSentence(event)
    case .box, .killer, .condition, .approval, .record, .party, .field: fieldSentence(event)
    default: otherSentence(event)
    }
  }

  // MARK: Places

  /// A place as a person says it: 《操作步骤》第 3 步.
  package func place(_ address: String) -> String {
    let (section, rest) = Self.parts(address)
    guard let first = rest.first else { return section.isEmpty ? self("开头", "the beginning") : quoted(section) }
    let number = String(rest.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." })
    let name =
      switch first {
      case "p": self("第 \(number) 段", "paragraph \(number)")
      case "b": self("第 \(number) 条", "bullet \(number)")
      case "t": self("第 \(number) 个表", "table \(number)")
      case "c", "h", "r": self("第 \(number) 块", "block \(number)")
      default: self("第 \(number) 步", "step \(number)")
      }
    if section.isEmpty { return name }
    return self("\(quoted(section))\(name)", "\(name) of \(quoted(section))")
  }

  private func quoted(_ name: String) -> String { self("《\(name)》", "“\(name)”") }

  /// The section and the rest of an address.
  private static func parts(_ address: String) -> (String, Substring) {
    let pieces = address.split(separator: "/", omittingEmptySubsequences: false)
    let isPlace = { (piece: Substring) in
      let digits = piece.drop { "pbtchr".contains($0) }
      return !digits.isEmpty && piece.count - digits.count <= 1
        && digits.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
    }
    guard let index = pieces.indices.dropFirst().first(where: { pieces[$0...].allSatisfy(isPlace) }) else {
      return (address, "")
    }
    return (pieces[..<index].joined(separator: "/"), pieces[index])
  }

  /// Some words, cut where they are long.
  func short(_ text: String, _ limit: Int = 40) -> String {
    text.count <= limit ? text : String(text.prefix(limit - 1)) + "…"
  }

  func list(_ names: [String]) -> String {
    names.isEmpty ? self("（无）", "nobody") : names.joined(separator: self("、", ", "))
  }

  /// 确认 → 核对
  func phrases(_ event: Event) -> String {
    let told = event.phrases.map { phrase in
      if phrase.from.isEmpty { return self("增加“\(trimmed(phrase.to))”", "adds “\(trimmed(phrase.to))”") }
      if phrase.to.isEmpty { return self("删去“\(trimmed(phrase.from))”", "drops “\(trimmed(phrase.from))”") }
      return self(
        "“\(trimmed(phrase.from))”改为“\(trimmed(phrase.to))”", "“\(trimmed(phrase.from))” is now “\(trimmed(phrase.to))”"
      )
    }
    return told.joined(separator: self("，", ", "))
  }

  private func trimmed(_ text: String) -> String {
    let tail = text.drop { $0 == " " || $0 == "\n" }
    return String(tail.reversed().drop { $0 == " " || $0 == "\n" }.reversed())
  }

  // MARK: Steps

  private func stepSentence(_ event: Event, _ role: String?) -> String {
    let new = event.new.first.map(place) ?? ""
    let old = event.old.first.map(place) ?? ""
    let who = role != nil || event.roles.isEmpty ? "" : self("（\(list(event.roles))）", " (\(list(event.roles)))")
    let text = short(event.text)
    switch event.kind.verb {
    case .added: return self("新增\(new)\(who)：\(text)", "new \(new)\(who): \(text)")
    case .removed: return self("删除原\(old)\(who)：\(text)", "removed, formerly \(old)\(who): \(text)")
    case .moved: return self("原\(old)移到\(new)\(who)：\(text)", "\(old) moved to \(new)\(who): \(text)")
    case .split:
      return self(
        "原\(old)拆成 \(event.new.count) 步\(who)：\(text)", "\(old) is now \(event.new.count) steps\(who): \(text)")
    case .merged:
      return self(
        "原来的 \(event.old.count) 步合并为\(new)\(who)：\(text)", "\(event.old.count) steps are now \(new)\(who): \(text)")
    case .reassigned: return reassigned(event, role, new, text)
    case .retimed:
      let (from, to) = (list(event.from), list(event.to))
      let change =
        event.from.isEmpty
        ? self("增加\(to)", "adds \(to)")
        : event.to.isEmpty ? self("删去\(from)", "drops \(from)") : self("\(from)改为\(to)", "\(from) is now \(to)")
      let field = event.field.isEmpty ? "" : self("\(event.field)：", "\(event.field): ")
      return self("\(new)\(who)时间变了：\(field)\(change)", "\(new)\(who) is re-timed: \(field)\(change)")
    case .replaced: return self("\(new)\(who)重写为：\(text)", "\(new)\(who) is rewritten: \(text)")
    default:
      let told = phrases(event)
      return self(
        "\(new)\(who)：\(told.isEmpty ? "文字有修改：" + text : told)",
        "\(new)\(who): \(told.isEmpty ? "reworded: " + text : told)")
    }
  }

  private func reassigned(_ event: Event, _ role: String?, _ place: String, _ text: String) -> String {
    guard let role else {
      return self(
        "\(place)由\(list(event.from))改为\(list(event.to))：\(text)",
        "\(place) passes from \(list(event.from)) to \(list(event.to)): \(text)")
    }
    let others = event.to.filter { $0 != role }
    if !event.to.contains(role) {
      return self(
        "\(place)不再由你做，改由\(list(event.to))：\(text)", "\(place) is no longer yours but \(list(event.to))’s: \(text)")
    }
    if !event.from.contains(role) {
      return self(
        "\(place)现在由你做（原为\(list(event.from))）：\(text)", "\(place) is now yours (was \(list(event.from))’s): \(text)")
    }
    return others.isEmpty
      ? self("\(place)现在由你一人做：\(text)", "\(place) is now yours alone: \(text)")
      : self("\(place)现在与\(list(others))一起做：\(text)", "\(place) is now shared with \(list(others)): \(text)")
  }

  private func fieldSentence(_ event: Event) -> String {
    let place = (event.new.first ?? event.old.first).map(place) ?? ""
    let names: [EventKind.Subject: (String, String)] = [
      .box: ("检查项", "check"), .killer: ("★关键检查项", "★ critical check"), .condition: ("条件", "condition"),
      .approval: ("批准或审核", "approval"), .record: ("记录", "record"), .party: ("参与人", "participants"),
    ]
    let pair = names[event.kind.subject] ?? (event.field, event.field)
    let name = event.field.isEmpty ? self(pair.0, pair.1) : event.field
    let text = short(event.text, 60)
    switch event.kind.verb {
    case .added: return self("\(place)新增\(name)：\(text)", "\(place), new \(name): \(text)")
    case .removed: return self("\(place)删除\(name)：\(text)", "\(place), removed \(name): \(text)")
    case .moved: return self("\(name)移到\(place)：\(text)", "\(name) moved to \(place): \(text)")
    case .reassigned:
      return self(
        "\(place)的\(name)由\(list(event.from))改为\(list(event.to))：\(text)",
        "\(place), \(name) from \(list(event.from)) to \(list(event.to)): \(text)")
    default:
      if event.from.isEmpty && event.to.isEmpty {
        let told = phrases(event)
        return self(
          "\(place)\(name)修改：\(told.isEmpty ? text : told)", "\(place), \(name): \(told.isEmpty ? text : told)")
      }
      return change(self("\(place)\(name)", "\(place), \(name)"), event)
    }
  }

  private func change(_ what: String, _ event: Event) -> String {
    let (from, to) = (
      short(event.from.joined(separator: self("、", ", ")), 60), short(event.to.joined(separator: self("、", ", ")), 60)
    )
    if event.from.isEmpty { return self("\(what)：新增“\(to)”", "\(what): new “\(to)”") }
    if event.to.isEmpty { return self("\(what)：删去“\(from)”", "\(what): “\(from)” is gone") }
    return self("\(what)：“\(from)”改为“\(to)”", "\(what): “\(from)” is now “\(to)”")
  }
}
