/// What a unit of a document is.
package enum UnitKind: UInt8, Sendable {
  case heading, step, item, paragraph, table, cell, code, html, rule
  /// Below a step: a field (`批准：…`), a box to tick, a branch (`如果 …`).
  case field, box, branch
}

/// One unit of a document: what is aligned, shown and reported as a whole.
struct Unit {
  var kind: UnitKind
  /// The section, as an index into `Outline.sections`.
  var section: Int32
  /// The step, item or table that it stands in; -1 at the top of its section.
  var parent: Int32 = -1
  /// The level of a step or item within its list, from 1.
  var depth: UInt8 = 1
  /// The containers around it, its alert and its box: what it looks like, not what it says.
  var frame: UInt16 = 0
  /// Its number among its likes: steps, bullets, paragraphs, tables of one place.
  var ordinal: Int32 = 0
  /// The number that was typed, of steps.
  var typed: Int32 = 0
  /// Its words in `Outline.text`, without the names in front.
  var text: Range<Int> = 0..<0
  /// Its tokens in `Outline.tokens`.
  var tokens: Range<Int> = 0..<0
  /// Its links, images and emphasis in `Outline.marks`.
  var marks: Range<Int> = 0..<0
  /// The names in front, in `Outline.names`.
  var names: Range<Int> = 0..<0
  /// The bytes of a key or number in front of the text that is no matter of wording: of fields and headings.
  var lead: Int32 = 0
  /// Where it stands in the source.
  var line: Int32 = 0
  /// Where soft breaks may or may not be blanks, in `Outline.breaks`.
  var breaks: Range<Int> = 0..<0
  /// Whether it is one of the units that sections are made of; the others belong to a step, an item or a table.
  var isMajor = false
}

/// Emphasis, code, a link or an image over a part of a unit's text.
struct Mark: Equatable {
  /// What it is.
  enum Kind: UInt8 { case emphasis, strong, strikethrough, code, link, image }

  let kind: Kind
  /// Its bytes, counted from the start of the unit's text.
  var start: Int32
  var end: Int32
  /// The target of a link or image.
  let target: String
}

/// One heading with what stands below it up to the next one.
struct OutlineSection {
  /// The unit of the heading; -1 for what stands before the first one.
  let heading: Int32
  let level: Int
  /// The section it belongs to; -1 for none.
  let parent: Int32
  /// Its name in addresses: the heading as written, with a number where it stands twice.
  let name: String
  /// Its units, the heading left out.
  var units: Range<Int>
}

/// A table's cells, row by row.
struct OutlineTable {
  /// The units of the cells; the first row is the header.
  var rows: [Range<Int>] = []
  /// How the columns stand: 0 as usual, 1 centred, 2 to the right.
  var alignment: [UInt8] = []
}

/// One version of a document as a redline sees it: typed numbers, bullets, wrapping, padding and the ways to write a
/// heading or link do not exist in it.
struct Outline {
  var text: [UInt8] = []
  var units: [Unit] = []
  var sections: [OutlineSection] = []
  var tables: [Int32: OutlineTable] = [:]
  var marks: [Mark] = []
  var names: [String] = []
  var breaks: [Int32] = []
  var tokens: [Token] = []
  /// The front matter.
  var metadata = Metadata()
  /// Names in front matter that count as roles, and defined terms: one token each.
  var terms: [String] = []
  /// Whether it could not be parsed, so that its lines stand for paragraphs.
  var isPlainText = false
  /// Whether its front matter could not be read in full.
  var isHeaderPlain = false

  /// The words of a unit.
  func string(_ unit: Int) -> String { String(decoding: text[units[unit].text], as: UTF8.self) }

  /// The words of a unit behind its key or number.
  func value(_ unit: Int) -> String {
    let range = units[unit].text
    return String(
      decoding: text[min(range.lowerBound + Int(units[unit].lead), range.upperBound)...].prefix(
        max(range.count - Int(units[unit].lead), 0)), as: UTF8.self)
  }

  /// The names written in front of a unit.
  func names(of unit: Int) -> [String] { Array(names[units[unit].names]) }

  /// Who a step is for: its own names, else those of the step around it.
  func roles(of unit: Int) -> [String] {
    var index = unit
    while index >= 0 {
      if !units[index].names.isEmpty { return names(of: index) }
      index = Int(units[index].parent)
    }
    return []
  }

  /// Cuts every unit into tokens.
  mutating func tokenize(_ tokenizer: inout Tokenizer) {
    tokens.reserveCapacity(text.count / 3)
    var (found, units) = (tokens, units)
    text.withUnsafeBufferPointer { bytes in
      for index in units.indices {
        let start = found.count
        tokenizer.cut(bytes, units[index].text, into: &found)
        units[index].tokens = start..<found.count
      }
    }
    (tokens, self.units) = (found, units)
  }
}
