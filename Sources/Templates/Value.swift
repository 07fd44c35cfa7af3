/// What a field of a record holds while a template is rendered.
package enum Value: Sendable, Hashable {
  /// Nothing: writes nothing, opens no section.
  case none
  /// Opens a section, or the inverted one.
  case flag(Bool)
  /// Text; it is escaped when it is written.
  case text(String)
  /// Text as UTF-8 bytes; it is escaped when it is written.
  case bytes([UInt8])
  /// A whole number in decimal digits; it always opens a section.
  case number(Int)
  /// Markup that is safe by its type.
  case html(SafeHTML)
  /// Records of the field's shape.
  case list([Record])
  /// One record of the field's shape.
  case record(Record)

  /// Whether a section over the value is shown.
  package var isShown: Bool {
    switch self {
    case .none: false
    case .flag(let flag): flag
    case .text(let text): !text.isEmpty
    case .bytes(let bytes): !bytes.isEmpty
    case .number: true
    case .html(let html): !html.isEmpty
    case .list(let records): !records.isEmpty
    case .record: true
    }
  }
}

/// The values of a record, in the order of its shape's fields.
package struct Record: Sendable, Hashable {
  /// The values; one that is missing at the end counts as `.none`.
  package var values: [Value]

  /// Makes a record.
  ///
  /// - Parameter values: as many as the shape has fields, in its order.
  package init(_ values: [Value]) { self.values = values }

  /// The value in a slot, `.none` outside the record.
  subscript(slot: Int) -> Value { slot < values.count ? values[slot] : .none }
}

extension Shape {
  /// Finds the first value that does not fit its field, for the tests of the views.
  ///
  /// - Returns: the path of the field with what is wrong, such as `steps[2].title: list`; nil when all fit.
  package func mismatch(_ record: Record, enclosing: [Shape] = []) -> String? {
    let shapes = enclosing + [self]
    if record.values.count != fields.count { return ": \(record.values.count) values for \(fields.count) fields" }
    for (field, value) in zip(fields, record.values) {
      if let found = field.kind.mismatch(value, enclosing: shapes) { return "\(field.name)\(found)" }
    }
    return nil
  }
}

extension Shape.Kind {
  fileprivate func mismatch(_ value: Value, enclosing: [Shape]) -> String? {
    switch (self, value) {
    case (_, .none), (.flag, .flag), (.html, .html), (.html, .text), (.html, .bytes): nil
    case (.text, .text), (.text, .bytes), (.text, .number), (.choice, .text), (.choice, .bytes): nil
    case (.record(let shape), .record(let record)):
      shape.mismatch(record, enclosing: enclosing).map { $0.hasPrefix(":") ? $0 : "." + $0 }
    case (.list(let shape), .list(let records)): shape.mismatch(in: records, enclosing: enclosing)
    case (.listOfEnclosing(let name), .list(let records)):
      enclosing.lastIndex { $0.name == name }.map { index in
        enclosing[index].mismatch(in: records, enclosing: Array(enclosing[..<index]))
      } ?? ": no enclosing shape \(name)"
    default: ": \(value)".prefix(60).description
    }
  }
}

extension Shape {
  fileprivate func mismatch(in records: [Record], enclosing: [Shape]) -> String? {
    for (index, record) in records.enumerated() {
      if let found = mismatch(record, enclosing: enclosing) {
        return "[\(index)]" + (found.hasPrefix(":") ? found : "." + found)
      }
    }
    return nil
  }
}
