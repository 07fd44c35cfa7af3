package import Templates

/// One declaration of a view: what a template may name of it, and how each of those values is read.
///
/// The shape that templates are checked against and the record that a page is rendered from come from the same list, so
/// they cannot disagree. Values are read by plain closures, because a page has hundreds of them.
package struct Schema<View>: Sendable {
  /// One name with the closure that reads its value.
  package struct Entry: Sendable {
    let field: Shape.Field
    let value: @Sendable (View) -> Value

    /// Pairs a field with its value.
    package init(_ field: Shape.Field, _ value: @escaping @Sendable (View) -> Value) {
      self.field = field
      self.value = value
    }
  }

  /// What a template may name.
  package let shape: Shape
  private let readers: [@Sendable (View) -> Value]

  /// Declares a view.
  ///
  /// - Parameters:
  ///   - name: the name of the view in the reference of templates.
  ///   - entries: its names in their order.
  package init(_ name: String, _ entries: [Entry]) {
    shape = Shape(name, entries.map(\.field))
    readers = entries.map(\.value)
  }

  /// Reads all values of one view.
  package func record(_ view: View) -> Record {
    var values: [Value] = []
    values.reserveCapacity(readers.count)
    for reader in readers { values.append(reader(view)) }
    return Record(values)
  }

  /// Reads all values of some views.
  package func records(_ views: [View]) -> [Record] {
    var records: [Record] = []
    records.reserveCapacity(views.count)
    for view in views { records.append(record(view)) }
    return records
  }
}

extension Schema.Entry {
  /// A text, escaped when it is written; nil is nothing.
  package static func text(_ name: String, _ doc: String, _ read: @escaping @Sendable (View) -> String?) -> Self {
    Self(.init(name, .text, doc)) { read($0).map(Value.text) ?? .none }
  }

  /// A whole number; nil is nothing.
  package static func number(_ name: String, _ doc: String, _ read: @escaping @Sendable (View) -> Int?) -> Self {
    Self(.init(name, .text, doc)) { read($0).map(Value.number) ?? .none }
  }

  /// Markup; nil or empty is nothing. Names of markup end in `Html`.
  package static func html(_ name: String, _ doc: String, _ read: @escaping @Sendable (View) -> SafeHTML?) -> Self {
    Self(.init(name, .html, doc)) { read($0).map(Value.html) ?? .none }
  }

  /// Yes or no.
  package static func flag(_ name: String, _ doc: String, _ read: @escaping @Sendable (View) -> Bool) -> Self {
    Self(.init(name, .flag, doc)) { .flag(read($0)) }
  }

  /// Views of another kind, in order.
  package static func list<Item>(
    _ name: String, _ item: Schema<Item>, _ doc: String, _ read: @escaping @Sendable (View) -> [Item]
  ) -> Self {
    Self(.init(name, .list(item.shape), doc)) { view in
      let items = read(view)
      return items.isEmpty ? Value.list([]) : .list(item.records(items))
    }
  }

  /// A view of another kind; nil is nothing.
  package static func record<Item>(
    _ name: String, _ item: Schema<Item>, _ doc: String, _ read: @escaping @Sendable (View) -> Item?
  ) -> Self {
    Self(.init(name, .record(item.shape), doc)) { read($0).map { .record(item.record($0)) } ?? .none }
  }

  /// A record that was made before, such as one that all pages share.
  package static func shared(
    _ name: String, _ shape: Shape, _ doc: String, _ read: @escaping @Sendable (View) -> Record
  ) -> Self {
    Self(.init(name, .record(shape), doc)) { .record(read($0)) }
  }

  /// Records that were made before, such as the entries of the menu.
  package static func shared(
    _ name: String, listOf shape: Shape, _ doc: String, _ read: @escaping @Sendable (View) -> [Record]
  ) -> Self {
    Self(.init(name, .list(shape), doc)) { .list(read($0)) }
  }
}
