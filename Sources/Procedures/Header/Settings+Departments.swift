internal import Diagnostics
internal import Markdown

/// The departments of handbook.yml may be written as names, as maps with parent and head, or as a map by name.
///
/// `[市场部, 财务部]` · `- 名称: 门店` with `上级: 运营部` and `主管: 店长` · `{市场部: 市场总监}` (the head) ·
/// `{门店: {上级: 运营部, 主管: 店长}}`.
extension FieldReader {
  private struct Detail: Sendable {
    var name: Named?
    var parent: Named?
    var head: Named?

    static let fields = FieldTable(
      Detail(),
      [
        Field("名称/name/title", \.name, FieldReader.text, alike: "部门", zh: "部门的名称。", en: "The name."),
        Field("上级/parent", \.parent, FieldReader.text, alike: "上级部门", zh: "上级部门。", en: "The department above it."),
        Field("主管/head", \.head, FieldReader.text, alike: "负责人/manager", zh: "主管的岗位。", en: "The role at its head."),
      ])

    /// Whether a key is one of these, so that a map is one department and not a map by name.
    static func isKey(_ entry: Header.Entry) -> Bool { fields.place(of: entry.key.text) == 0 }
  }

  static func departments(_ value: Header.Value, _ reader: inout FieldReader) -> [Settings.ConfiguredDepartment] {
    switch value {
    case .empty: return []
    case .scalar: return names(value, &reader).map { Settings.ConfiguredDepartment(name: $0) }
    case .list(let items, _): return items.flatMap { departments($0, &reader) }
    case .map(let entries, _) where entries.contains(where: Detail.isKey):
      let detail = reader.nested(entries, Detail.fields)
      return detail.name.map { [.init(name: $0, parent: detail.parent, head: detail.head)] } ?? []
    case .map(let entries, _): return entries.compactMap { department($0, &reader) }
    }
  }

  private static func department(
    _ entry: Header.Entry, _ reader: inout FieldReader
  ) -> Settings.ConfiguredDepartment? {
    let name = reader.place(entry.key).named
    guard !name.text.isEmpty else { return nil }
    if case .map(let entries, _) = entry.value {
      let detail = reader.nested(entries, Detail.fields)
      return .init(name: name, parent: detail.parent, head: detail.head)
    }
    return .init(name: name, head: entry.value.isEmpty ? nil : text(entry.value, &reader))
  }
}
