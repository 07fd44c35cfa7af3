internal import Markdown
internal import Procedures

/// The front matter as texts, keys in the one form of both languages.
struct Metadata {
  /// One key.
  struct Entry {
    /// The name under which both versions have it.
    let key: String
    /// The name as written.
    let written: String
    /// The texts; one for a scalar.
    let values: [String]
    let isList: Bool
  }

  var entries: [Entry] = []

  /// No key.
  init() {}

  /// Reads a header; lists and maps become lists of texts, keys in Chinese their usual English name.
  init(_ header: Header) {
    for entry in header.entries {
      let (values, isList) = Self.texts(entry.value)
      if values.isEmpty { continue }
      let key = Self.key(entry.key.text)
      entries.append(Entry(key: key, written: entry.key.text, values: values, isList: isList))
    }
  }

  /// The entry of a key, in the one form.
  subscript(key: String) -> Entry? { entries.first { $0.key == key } }

  private static func key(_ written: String) -> String {
    let name =
      Control.fields.field(named: written)?.en ?? RoleCard.fields.field(named: written)?.en ?? DepartmentCard.fields
      .field(named: written)?.en ?? EventCard.fields.field(named: written)?.en
    return name?.first ?? written
  }

  private static func texts(_ value: Header.Value) -> ([String], isList: Bool) {
    switch value {
    case .empty: ([], false)
    case .scalar(let scalar): scalar.text.isEmpty ? ([], false) : ([scalar.text], false)
    case .list(let items, _): (items.map(text), true)
    case .map(let entries, _): (entries.map { "\($0.key.text): \(text($0.value))" }, true)
    }
  }

  private static func text(_ value: Header.Value) -> String {
    switch value {
    case .empty: ""
    case .scalar(let scalar): scalar.text
    case .list(let items, _): "[" + items.map(text).joined(separator: ", ") + "]"
    case .map(let entries, _): "{" + entries.map { "\($0.key.text): \(text($0.value))" }.joined(separator: ", ") + "}"
    }
  }
}
