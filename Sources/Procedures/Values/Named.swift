package import Diagnostics

/// A text that an author wrote, with its place: names are kept so until they are linked.
package struct Named: Sendable, Hashable {
  /// The text, without blanks around it.
  package let text: String
  /// Its bytes in the file.
  package let range: SourceRange

  /// Places a text.
  package init(text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// A value that was read from a text, with the text and its place.
package struct Written<Value: Sendable>: Sendable {
  /// The value.
  package let value: Value
  /// What the author wrote.
  package let text: String
  /// Its bytes in the file.
  package let range: SourceRange

  /// Pairs a value with what was written.
  package init(_ value: Value, text: String, range: SourceRange) {
    self.value = value
    self.text = text
    self.range = range
  }
}

extension Written: Equatable where Value: Equatable {}
extension Written: Hashable where Value: Hashable {}

/// A name with its value, such as `开门: 09:00`.
package struct NamedPair: Sendable, Hashable {
  /// The name.
  package let name: Named
  /// The value.
  package let value: Named

  /// Pairs a name with its value.
  package init(name: Named, value: Named) {
    self.name = name
    self.value = value
  }
}

/// A dimension in which a procedure varies, such as `活动类型: [A类, B类]`.
package struct Variant: Sendable, Hashable {
  /// The dimension.
  package let name: Named
  /// Its values, in order.
  package let values: [Named]

  /// Names a dimension.
  package init(name: Named, values: [Named]) {
    self.name = name
    self.values = values
  }
}
