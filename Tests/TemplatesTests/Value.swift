import Templates

/// A value as a test writes it down.
enum Value: Sendable {
  case none
  case flag(Bool)
  case text(String)
  case number(Int)
  case html(SafeHTML)
  case list([Record])
  case record(Record)
}

/// The values of a record, in the order of its shape's fields.
struct Record: Sendable {
  var values: [Value]

  init(_ values: [Value]) { self.values = values }
}

extension Values {
  /// The values of one record, which begins at slot 0.
  init(_ record: Record, _ shape: Shape) {
    self.init()
    put(record, [shape], at: open(shape.fields.count))
  }

  /// Puts a record of the innermost shape into slots that are there.
  private mutating func put(_ record: Record, _ shapes: [Shape], at slot: Int) {
    for (index, (field, value)) in zip(shapes[shapes.count - 1].fields, record.values).enumerated() {
      move(to: slot + index)
      switch (field.kind, value) {
      case (_, .none): break
      case (_, .flag(let flag)): self.flag(flag)
      case (_, .text(let text)): self.text(text)
      case (_, .number(let number)): self.number(number)
      case (_, .html(let html)): self.html(html)
      case (.list(let shape), .list(let records)): list(records, shapes + [shape])
      case (.record(let shape), .record(let record)): list([record], shapes + [shape])
      case (.listOfEnclosing(let name), .list(let records)):
        if let last = shapes.lastIndex(where: { $0.name == name }) { list(records, Array(shapes[...last])) }
      default: preconditionFailure("\(field.name) does not hold \(value)")
      }
    }
  }

  private mutating func list(_ records: [Record], _ shapes: [Shape]) {
    let (slot, size) = (place, shapes[shapes.count - 1].fields.count)
    let first = open(records.count * size)
    self.records(slot, at: first, records.count)
    for (index, record) in records.enumerated() { put(record, shapes, at: first + index * size) }
  }
}

extension Library {
  /// An entry as text.
  func text(_ entry: String, _ record: Record, _ shape: Shape = Sample.page) -> String {
    var out: [UInt8] = []
    render(entry, Values(record, shape), at: 0, into: &out)
    return String(decoding: out, as: UTF8.self)
  }
}
