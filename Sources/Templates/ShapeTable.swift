/// The shapes of all entries, numbered, with recursion resolved.
struct ShapeTable {
  enum Kind: Hashable {
    case text, html, flag
    case choice([[UInt8]])
    case list(Int)
    case record(Int)
  }

  struct Row {
    let name: String
    /// The names and kinds, in the order of the slots.
    var fields: [(name: [UInt8], kind: Kind)] = []
    /// The slot of each name; only read by key.
    var slots: [[UInt8]: Int] = [:]
  }

  private(set) var rows: [Row] = []

  /// Adds a shape and those inside it.
  ///
  /// - Parameter enclosing: the numbers of the shapes around it, outermost first.
  /// - Returns: its number.
  mutating func add(_ shape: Shape, enclosing: [Int] = []) -> Int {
    let number = rows.count
    rows.append(Row(name: shape.name))
    for field in shape.fields {
      let kind = kind(field.kind, enclosing: enclosing + [number])
      let name = Array(field.name.utf8)
      if rows[number].slots[name] == nil { rows[number].slots[name] = rows[number].fields.count }
      rows[number].fields.append((name, kind))
    }
    return number
  }

  private mutating func kind(_ kind: Shape.Kind, enclosing: [Int]) -> Kind {
    switch kind {
    case .text: .text
    case .html: .html
    case .flag: .flag
    case .choice(let words): .choice(words.map { Array($0.utf8) })
    case .list(let shape): .list(add(shape, enclosing: enclosing))
    case .record(let shape): .record(add(shape, enclosing: enclosing))
    // A name that encloses nothing stands for the innermost shape; the tests of the views catch it.
    case .listOfEnclosing(let name):
      .list(enclosing.last { rows[$0].name == name } ?? enclosing[enclosing.count - 1])
    }
  }
}
