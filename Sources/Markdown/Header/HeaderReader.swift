internal import Diagnostics

/// Builds the entries of a header from the events of libyaml, and goes on at the next key after a fault.
struct HeaderReader {
  /// A list or map that is still open.
  private struct Frame {
    enum Pending { case none, key(Header.Scalar), skipped }

    let isMap: Bool
    let start: Int
    /// Whether it stands as a key, which is refused.
    let isKey: Bool
    var pending = Pending.none
    var entries: [Header.Entry] = []
    var items: [Header.Value] = []
  }

  private let file: SourceFile
  private let base: Int
  private let bytes: [UInt8]
  private var stack: [Frame] = []

  /// What was found wrong so far.
  private(set) var findings: [Diagnostic]
  /// The top-level entries so far.
  private(set) var entries: [Header.Entry] = []
  /// Whether nothing had to be left out.
  private(set) var isComplete = true

  /// Whether a plain block is read without libyaml; only tests say no.
  private let isPlainAllowed: Bool

  /// Prepares to read a block of a file.
  init(file: SourceFile, block: Range<Int>, findings: [Diagnostic], isPlainAllowed: Bool = true) {
    self.file = file
    self.isPlainAllowed = isPlainAllowed
    base = block.lowerBound
    self.findings = findings
    guard block.count <= Header.sizeLimit else {
      bytes = []
      isComplete = false
      self.findings.append(Self.tooLarge(file.path, block))
      return
    }
    var text = Array(file.bytes[block])
    HeaderColons.narrow(&text, base: base, path: file.path, findings: &self.findings)
    bytes = text
  }

  /// Reads the whole block. A fault costs the entry that it is in; at most 20 faults are looked for.
  mutating func read() {
    guard !bytes.isEmpty else { return }
    if isPlainAllowed, let plain = bytes.withUnsafeBufferPointer({ PlainHeader.entries($0, base: base) }) {
      entries = unique(plain)
      return
    }
    var start = 0
    while let fault = bytes.withUnsafeBufferPointer({ read($0, from: start) }) {
      stack.removeAll(keepingCapacity: true)
      dropEntry(at: fault)
      guard findings.count <= [Diagnostic].headerLimit, let next = keyLine(after: fault) else { break }
      start = next
    }
    entries = unique(entries)
  }

  /// Reads from an offset to the end or to a fault.
  ///
  /// - Returns: the offset of the fault, or nil at a sound end.
  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let rest = UnsafeBufferPointer(rebasing: bytes[start...])
    var stream = YAMLStream(rest)
    var documents = 0
    while var event = stream.next() {
      event.range = event.range.lowerBound + start..<event.range.upperBound + start
      switch event.kind {
      case .streamEnd: return nil
      case .documentStart:
        documents += 1
        if event.hasTag { report(YAMLFault.tag, event.range) }
        if documents > 1 { return stop(YAMLFault.secondDocument, event.range) }
      case .documentEnd, .other: break
      case .scalar where stack.isEmpty && event.text.isEmpty && event.style == .plain: break
      case .scalar, .listStart, .alias:
        if stack.isEmpty { return stop(YAMLFault.noMap(at: event.range.lowerBound, in: bytes), event.range) }
        if let fault = add(event) { return fault }
      case .mapStart: if let fault = add(event) { return fault }
      case .listEnd, .mapEnd: close(at: event.range.upperBound)
      }
    }
    let problem = stream.problem()
    let fault = YAMLFault(problem, in: rest)
    report(fault, fault.range.lowerBound + start..<fault.range.upperBound + start, shift: start)
    return start + (problem.stage == .scanner ? problem.contextOffset : problem.offset)
  }

  /// Adds one event to the innermost open list or map.
  ///
  /// - Returns: the offset of a fault that ends the reading, or nil.
  private mutating func add(_ event: YAMLEvent) -> Int? {
    if event.hasAnchor { report(YAMLFault.anchor, event.range) }
    if event.hasTag { report(YAMLFault.tag, event.range) }
    switch event.kind {
    case .listStart, .mapStart:
      guard stack.count < Header.depthLimit else { return stop(YAMLFault.depth, event.range) }
      let isKey = awaitsKey && !stack.isEmpty
      if isKey { report(YAMLFault.key, event.range) }
      stack.append(Frame(isMap: event.kind == .mapStart, start: event.range.lowerBound, isKey: isKey))
    case .alias:
      report(YAMLFault.alias, event.range)
      if awaitsKey { setPending(.skipped) } else { put(.empty(place(event.range))) }
    default: addScalar(event)
    }
    return nil
  }

  private var awaitsKey: Bool {
    guard let frame = stack.last, frame.isMap, case .none = frame.pending else { return false }
    return true
  }

  private mutating func addScalar(_ event: YAMLEvent) {
    var text = event.text
    if event.style == .escaped { text = withoutControls(text, event.range) }
    let scalar = Header.Scalar(text: text, range: place(event.range), quoted: event.style != .plain)
    if awaitsKey {
      let isMerge = text == "<<" && !scalar.quoted
      if isMerge { report(YAMLFault.mergeKey, event.range) }
      setPending(isMerge ? .skipped : .key(scalar))
      return
    }
    if !scalar.quoted { findComment(after: event.range) }
    let isEmpty = !scalar.quoted && (text.isEmpty || text == "~")
    put(isEmpty ? .empty(scalar.range) : .scalar(scalar))
  }

  private mutating func setPending(_ pending: Frame.Pending) {
    guard !stack.isEmpty else { return }
    stack[stack.count - 1].pending = pending
  }

  private mutating func put(_ value: Header.Value) {
    guard let last = stack.indices.last else { return }
    guard stack[last].isMap else { return stack[last].items.append(value) }
    if case .key(let key) = stack[last].pending {
      let entry = Header.Entry(key: key, value: value)
      if last == 0 { entries.append(entry) } else { stack[last].entries.append(entry) }
    }
    stack[last].pending = .none
  }

  private mutating func close(at end: Int) {
    guard let frame = stack.popLast(), !stack.isEmpty else { return }
    guard !frame.isKey else { return setPending(.skipped) }
    let range = place(frame.start..<max(frame.start, trimmed(end, from: frame.start)))
    put(frame.isMap ? .map(unique(frame.entries), range) : .list(frame.items, range))
  }

  /// Drops the entry that a fault cut short: half of a value would only lead to a second, misleading finding.
  private mutating func dropEntry(at fault: Int) {
    var start = min(fault, bytes.count)
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    guard let last = entries.last, last.value.range.end > Int32(truncatingIfNeeded: base + start) else { return }
    entries.removeLast()
  }

  /// A block list or map ends where the next token begins; its last line end and blanks are not part of it.
  private func trimmed(_ end: Int, from start: Int) -> Int {
    var end = min(end, bytes.count)
    while end > start, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    return end
  }

  /// Refuses a key that stands twice; the first one counts. Linear: large maps are searched through a dictionary.
  private mutating func unique(_ entries: [Header.Entry]) -> [Header.Entry] {
    guard entries.count > 1 else { return entries }
    var kept: [Header.Entry] = []
    kept.reserveCapacity(entries.count)
    var places: [String: Int] = [:]
    for entry in entries {
      let text = entry.key.text
      let isLarge = kept.count > 32
      if isLarge, places.isEmpty { for (index, other) in kept.enumerated() { places[other.key.text] = index } }
      let other = isLarge ? places[text] : place(of: text, in: kept)
      if let other {
        findings.append(YAMLFault.duplicate(entry.key, after: kept[other].key.range, path: file.path))
        continue
      }
      if isLarge { places[text] = kept.count }
      kept.append(entry)
    }
    return kept
  }
}

extension HeaderReader {
  /// Lengths differ mostly, and telling them apart costs nothing.
  private func place(of text: String, in entries: [Header.Entry]) -> Int? {
    let length = text.utf8.count
    return entries.firstIndex { $0.key.text.utf8.count == length && $0.key.text.utf8.elementsEqual(text.utf8) }
  }

  private func place(_ range: Range<Int>) -> SourceRange {
    SourceRange(base + range.lowerBound, base + range.upperBound)
  }

  private mutating func report(_ fault: YAMLFault, _ range: Range<Int>, shift: Int = 0) {
    if fault.isLoss { isComplete = false }
    let fix = fault.insertions.map { insertion in
      let offset = base + shift + insertion.offset
      return Replacement(SourceRange(offset, offset), with: insertion.text)
    }
    findings.append(
      Diagnostic(
        .error, fault.rule, path: file.path, range: place(range), message: fault.message, help: fault.help, fix: fix))
  }

  private mutating func stop(_ fault: YAMLFault, _ range: Range<Int>) -> Int {
    report(fault, range)
    return range.lowerBound
  }

  /// ` #` ends a plain value silently in YAML, and `A #1 方案` loses its second half.
  private mutating func findComment(after range: Range<Int>) {
    var index = range.upperBound
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    guard index > range.upperBound, index < bytes.count, bytes[index] == 0x23 else { return }
    var end = index
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    let lost = String(decoding: bytes[index..<end].prefix(60), as: UTF8.self)
    report(YAMLFault.comment(lost: lost), range.lowerBound..<end)
  }

  /// Escapes such as `\e` could smuggle in what the check of the raw bytes refuses; those characters are left out.
  private mutating func withoutControls(_ text: String, _ range: Range<Int>) -> String {
    guard text.unicodeScalars.contains(where: YAMLFault.isRefused) else { return text }
    report(YAMLFault.control, range)
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: text.unicodeScalars.filter { !YAMLFault.isRefused($0) })
    return String(kept)
  }

  /// The start of the next line after an offset that looks like a top-level key.
  private func keyLine(after offset: Int) -> Int? {
    var lines = HeaderLines(bytes: bytes, next: min(offset, bytes.count))
    _ = lines.line()
    while let line = lines.line() {
      guard let first = bytes[line].first, !" \t-#]}[{,".utf8.contains(first) else { continue }
      if bytes[line].contains(0x3A) { return line.lowerBound }
    }
    return nil
  }

  private static func tooLarge(_ path: String, _ block: Range<Int>) -> Diagnostic {
    Diagnostic(
      .error, .limit, path: path, range: SourceRange(block.lowerBound, block.lowerBound),
      message: Localized(
        zh: "文件头有 \(block.count) 字节，超过上限 \(Header.sizeLimit)",
        en: "the front matter has \(block.count) bytes, more than the limit of \(Header.sizeLimit)"))
  }
}
