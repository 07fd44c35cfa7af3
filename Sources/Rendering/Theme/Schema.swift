internal import Templates

/// One declaration of a view: what a template may name of it, and how each of those values is found.
///
/// The shape that templates are checked against and the slots that a page is rendered from come from the same list, so
/// they cannot disagree. Values are found by plain closures, which put them where the page is made from.
struct Schema<View>: Sendable {
  /// One name with the closure that finds its value.
  struct Entry: Sendable {
    let field: Shape.Field
    let put: @Sendable (View, inout Values) -> Void

    /// Pairs a field with its value; a closure that puts nothing leaves it empty.
    init(_ field: Shape.Field, _ put: @escaping @Sendable (View, inout Values) -> Void) {
      self.field = field
      self.put = put
    }
  }

  /// What a template may name.
  let shape: Shape
  /// How many slots a record takes.
  let size: Int
  private let writers: [@Sendable (View, inout Values) -> Void]

  /// Declares a view.
  ///
  /// - Parameters:
  ///   - name: the name of the view in the reference of templates.
  ///   - entries: its names in their order.
  init(_ name: String, _ entries: [Entry]) {
    shape = Shape(name, entries.map(\.field))
    size = entries.count
    writers = entries.map(\.put)
  }

  /// Puts all values of one view into slots that are there.
  ///
  /// - Parameters:
  ///   - view: the view.
  ///   - slot: the first of `size` slots.
  ///   - values: the values of the page.
  func put(_ view: View, at slot: Int, into values: inout Values) {
    for index in 0..<size {
      values.move(to: slot + index)
      writers[index](view, &values)
    }
  }
}

extension Schema.Entry {
  /// A text, escaped when it is written; nil is nothing.
  static func text(_ name: String, _ doc: String, _ read: @escaping @Sendable (View) -> String?) -> Self {
    Self(.init(name, .text, doc)) { view, values in if let text = read(view) { values.text(text) } }
  }

  /// A whole number; nil is nothing.
  static func number(_ name: String, _ doc: String, _ read: @escaping @Sendable (View) -> Int?) -> Self {
    Self(.init(name, .text, doc)) { view, values in if let number = read(view) { values.number(number) } }
  }

  /// Markup; nil or empty is nothing. Names of markup end in `Html`.
  static func html(_ name: String, _ doc: String, _ read: @escaping @Sendable (View) -> SafeHTML?) -> Self {
    Self(.init(name, .html, doc)) { view, values in if let html = read(view) { values.html(html) } }
  }

  /// Yes or no.
  static func flag(_ name: String, _ doc: String, _ read: @escaping @Sendable (View) -> Bool) -> Self {
    Self(.init(name, .flag, doc)) { view, values in values.flag(read(view)) }
  }

  /// One of some words, which are names of templates; nil is nothing.
  static func choice(
    _ name: String, _ words: [String], _ doc: String, _ read: @escaping @Sendable (View) -> String?
  ) -> Self {
    Self(.init(name, .choice(words), doc)) { view, values in if let word = read(view) { values.text(word) } }
  }

  /// Views of another kind, in order.
  static func list<Item>(
    _ name: String, _ item: Schema<Item>, _ doc: String, _ read: @escaping @Sendable (View) -> [Item]
  ) -> Self {
    Self(.init(name, .list(item.shape), doc)) { view, values in values.list(read(view), item) }
  }

  /// A view of another kind; nil is nothing.
  static func record<Item>(
    _ name: String, _ item: Schema<Item>, _ doc: String, _ read: @escaping @Sendable (View) -> Item?
  ) -> Self {
    Self(.init(name, .record(item.shape), doc)) { view, values in
      if let found = read(view) { values.record(found, item) }
    }
  }
}

extension Values {
  /// Views of one kind, in order.
  mutating func list<View>(_ views: [View], _ schema: Schema<View>) {
    let mine = place
    let first = open(views.count * schema.size)
    records(mine, at: first, views.count)
    // Views are large, so they are lent where they lie.
    views.withUnsafeBufferPointer { views in
      for index in views.indices { schema.put(views[index], at: first + index * schema.size, into: &self) }
    }
  }

  /// One view of another kind.
  mutating func record<View>(_ view: View, _ schema: Schema<View>) {
    let mine = place
    let slot = open(schema.size)
    records(mine, at: slot, 1)
    schema.put(view, at: slot, into: &self)
  }
}
