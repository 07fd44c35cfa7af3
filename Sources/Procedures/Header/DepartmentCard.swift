internal import Diagnostics

/// The card of a department (spec/format.md 2).
package struct DepartmentCard: Sendable {
  /// The name.
  package var title: Named?
  /// The code.
  package var code: Named?
  /// Names that it had.
  package var formerly: [Named] = []
  /// The department above it.
  package var parent: Named?
  /// The role at its head.
  package var head: Named?
  /// Of a translation: the version of the source that it renders.
  package var translates: Written<Version>?

  /// An empty card.
  package init() {}

  /// The keys of departments, in their usual order.
  package static let fields = FieldTable(
    DepartmentCard(), kinds: [.department],
    [
      Field(
        "名称/title", \.title, FieldReader.text, need: .always, alike: "部门/部门名称/标题/name",
        zh: "部门的名称。", en: "The name of the department."),
      Field(
        "编号/code/id", \.code, FieldReader.code, alike: "代号/number", zh: "部门的编号。", en: "The code of the department."),
      Field("曾用名/formerly", \.formerly, FieldReader.names, alike: "原名/旧名", zh: "以前的名称。", en: "Names that it had."),
      Field("上级/parent", \.parent, FieldReader.text, alike: "上级部门", zh: "上级部门。", en: "The department above it."),
      Field("主管/head", \.head, FieldReader.text, alike: "负责人/主管岗位/manager", zh: "主管的岗位。", en: "The role at its head."),
      Field(
        "译自/translates", \.translates, FieldReader.version, zh: "译文所依据的原文版本。",
        en: "The version of the source that a translation renders."),
    ])
}
