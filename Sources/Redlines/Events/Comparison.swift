/// Puts two versions of one document side by side and tells what happened.
struct Comparison {
  var a: Outline
  var b: Outline
  let old: ComparedText
  let new: ComparedText
  var alignment: Alignment
  var redline = Redline()
  /// The passage of each new unit, and of each old unit that has one of its own.
  var passageOfNew: [Int: Int] = [:]
  var passageOfOld: [Int: Int] = [:]
  var references: (old: StepNumbers, new: StepNumbers)
  /// All names that are roles in one of the versions.
  var roleNames: Set<String> = []

  /// Reads, tokenizes and aligns.
  init(_ old: ComparedText, _ new: ComparedText) {
    (self.old, self.new) = (old, new)
    (a, b) = (old.outline, new.outline)
    let names = Self.names(a) + Self.names(b)
    roleNames = Set(names)
    var tokenizer = Tokenizer(Lexicon(names + a.terms + b.terms))
    a.tokenize(&tokenizer)
    b.tokenize(&tokenizer)
    let (keysA, keysB) = UnitKeys.pair(a, b)
    var alignment = Alignment(a, b)
    alignment.budget.spend(a.tokens.count + b.tokens.count)
    SectionAlignment(a: a, b: b, keysA: keysA, keysB: keysB).run(&alignment)
    var units = UnitAlignment(a, b, keysA, keysB, alignment)
    units.run()
    self.alignment = units.alignment
    references = (StepNumbers(a), StepNumbers(b))
  }

  /// Tells everything.
  mutating func run() -> Redline {
    redline.old = old.facts
    redline.new = new.facts
    compareMetadata()
    makePassages()
    findStaleReferences()
    tellPlainText()
    tellHidden()
    redline.isDegraded = alignment.budget.isDegraded
    redline.operations = alignment.budget.operations
    if redline.isDegraded { redline.notices.append(Notice(kind: "degraded", at: "", text: "", message: .degraded)) }
    sortEvents()
    makeImpact()
    return redline
  }

  /// The names of roles: in front of steps, in columns for roles, on the card.
  private static func names(_ outline: Outline) -> [String] {
    var names = outline.names
    for key in ["owner", "head", "reports-to", "backup"] { names += outline.metadata[key]?.values ?? [] }
    for table in outline.tables.keys.sorted() { names += outline.roleColumnNames(Int(table)) }
    for unit in outline.units.indices where outline.units[unit].kind == .field { names += outline.fieldNames(unit) }
    return names
  }

  /// What matters most first, then the order of the document.
  private mutating func sortEvents() {
    let order = redline.events.indices.sorted { x, y in
      let (left, right) = (redline.events[x], redline.events[y])
      if left.kind.rank != right.kind.rank { return left.kind.rank < right.kind.rank }
      return x < y
    }
    var places = [Int](repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = place }
    redline.events = order.map { redline.events[$0] }
    for index in redline.passages.indices {
      redline.passages[index].events = redline.passages[index].events.map { places[$0] }.sorted()
    }
  }

  /// Adds an event, shown by a passage.
  mutating func add(_ event: Event, at passage: Int?) {
    var event = event
    event.passage = passage
    if let passage {
      event.lines = redline.passages[passage].lines
      redline.passages[passage].events.append(redline.events.count)
    }
    redline.events.append(event)
  }

  private mutating func tellPlainText() {
    if old.outline.isPlainText || new.outline.isPlainText {
      let message = Notice.Message.comparedAsText(isOld: old.isRefused, isNew: new.isRefused)
      redline.notices.append(Notice(kind: "compared.as.text", at: "", text: "", message: message))
    }
  }

  /// Characters that cannot be seen, or that look like others, in what changed.
  private mutating func tellHidden() {
    for passage in redline.passages where passage.isChanged {
      var found: [String] = []
      for run in passage.runs where run.change != .kept {
        for scalar in run.text.unicodeScalars where Glyph.isDeceptive(scalar.value) {
          let name = Glyph.codePoint(scalar.value)
          if !found.contains(name), found.count < 8 { found.append(name) }
        }
      }
      if found.isEmpty { continue }
      redline.notices.append(
        Notice(
          kind: "hidden.characters", at: passage.at ?? passage.was.first ?? "", text: found.joined(separator: " "),
          message: .hidden(found)))
    }
  }
}

extension Redline {
  /// Compares two versions of a document. Bounded by counted operations, never by a clock; the same for the same texts.
  package init(from old: ComparedText, to new: ComparedText) {
    let isPlain = old.outline.isPlainText || new.outline.isPlainText
    let isHeaderPlain = old.outline.isHeaderPlain || new.outline.isHeaderPlain
    var comparison = Comparison(
      old.read(asText: isPlain, headerAsText: isHeaderPlain), new.read(asText: isPlain, headerAsText: isHeaderPlain))
    self = comparison.run()
  }
}
