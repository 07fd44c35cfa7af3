import Diagnostics
import Markdown

/// The repair of wrong step numbers: the markers, the references, and the indentation of what stands under a marker that
/// becomes longer or shorter.
struct Renumbering {
  /// The replacements; empty when the result would not read the same.
  let fix: [Replacement]

  init(_ numbering: StepNumbering, _ document: Document, _ view: DocumentView) {
    var replacements = numbering.references.map { Replacement($0.digits, with: $0.wanted) }
    replacements += numbering.wrong.map { Replacement($0.digits, with: String($0.wanted)) }
    guard let shifts = Self.shifts(numbering.wrong, view) else {
      fix = []
      return
    }
    let all = replacements + shifts
    fix = Self.isFaithful(all, document) ? all : []
  }

  /// The blanks that lines under a changed marker gain or lose; nil where tabs make columns a riddle.
  private static func shifts(_ wrong: [StepNumbering.Wrong], _ view: DocumentView) -> [Replacement]? {
    let file = view.file
    var lines: [Int: Int] = [:]
    for step in wrong {
      let delta = String(step.wanted).utf8.count - Int(step.digits.end - step.digits.start)
      if delta == 0 { continue }
      let content = view.contentColumn(of: step.item)
      let range = view.range(of: step.item).clamped(to: file.count)
      var index = range.lowerBound
      while let start = nextLine(file, after: index, before: range.upperBound) {
        index = start
        guard let blanks = indentation(file, start) else { return nil }
        // A line further out goes on lazily and needs no place of its own; a blank one has none.
        if blanks >= content { lines[start, default: 0] += delta }
      }
    }
    return lines.sorted { $0.key < $1.key }.compactMap { start, shift in
      if shift > 0 { return Replacement(SourceRange(start, start), with: String(repeating: " ", count: shift)) }
      return shift < 0 ? Replacement(SourceRange(start, start - shift), with: "") : nil
    }
  }

  private static func nextLine(_ file: UnsafeBufferPointer<UInt8>, after index: Int, before end: Int) -> Int? {
    var index = index
    while index < end, file[index] != 0x0A { index += 1 }
    return index + 1 < end ? index + 1 : nil
  }

  /// The blanks at the start of a line; nil with a tab among them.
  private static func indentation(_ file: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var index = start
    while index < file.count, file[index] == 0x20 { index += 1 }
    if index < file.count, file[index] == 0x09 { return nil }
    let isBlank = index >= file.count || file[index] == 0x0A || file[index] == 0x0D
    return isBlank ? -1 : index - start
  }

  /// Whether the text reads the same afterwards but for digits: the same blocks in the same nesting.
  private static func isFaithful(_ fix: [Replacement], _ document: Document) -> Bool {
    let repairs = Repairs([fix], to: document.source.bytes)
    guard repairs.made == 1 else { return false }
    return shape(of: document.source) == shape(of: SourceFile(path: document.source.path, bytes: repairs.bytes))
  }

  private static func shape(of file: SourceFile) -> [UInt8] {
    var findings: [Diagnostic] = []
    let document = Document(parsing: file, from: Header.bodyStart(in: file), diagnostics: &findings)
    return document.withView { view in
      var shape: [UInt8] = []
      for block in document.blocks { add(block, document, view, &shape) }
      return shape
    }
  }

  private static func add(_ block: Block, _ document: Document, _ view: DocumentView, _ shape: inout [UInt8]) {
    shape += [0x01, view.kind(of: block).rawValue]
    if view.firstInline(of: block) != nil || view.kind(of: block) == .code {
      let text = view.kind(of: block) == .code ? Array(document.bytes(of: block)) : document.plainBytes(of: block)
      shape += text.filter { !(0x30...0x39).contains($0) }
    }
    for child in view.children(of: block) { add(child, document, view, &shape) }
    shape.append(0x02)
  }
}
