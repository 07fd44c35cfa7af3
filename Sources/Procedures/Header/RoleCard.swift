internal import Diagnostics

/// The card of a role or group (spec/format.md 2).
package struct RoleCard: Sendable {
  /// The name.
  package var title: Named?
  /// The code.
  package var code: Named?
  /// Other names that mean it.
  package var aliases: [Named] = []
  /// Names that it had.
  package var formerly: [Named] = []
  /// The department that it belongs to.
  package var department: Named?
  /// The role that it reports to.
  package var reportsTo: Named?
  /// The role that stands in for it.
  package var backup: Named?
  /// How many people hold it, as written.
  package var headcount: Named?
  /// Whether it is held by people from outside.
  package var external: Written<Bool>?
  /// The people who hold it.
  package var holders: [Named] = []
  /// The roles and departments of a group.
  package var members: [Named] = []
  /// Who may see it.
  package var audience: Named?
  /// Of a translation: the version of the source that it renders.
  package var translates: Written<Version>?

  /// An empty card.
  package init() {}

  /// The keys of roles, in their usual order.
  package static let fields = FieldTable(RoleCard(), kinds: [.role], names + people)

  private static let names: [Field<RoleCard>] = [
    Field(
      "名称/title", \.title, FieldReader.text, need: .always, alike: "岗位/岗位名称/标题/职位/name",
      zh: "岗位的名称。", en: "The name of the role."),
    Field("编号/code/id", \.code, FieldReader.code, alike: "代号/number", zh: "岗位的编号。", en: "The code of the role."),
    Field("别名/aliases", \.aliases, FieldReader.names, alike: "alias/简称", zh: "也指这个岗位的名称。", en: "Other names for it."),
    Field("曾用名/formerly", \.formerly, FieldReader.names, alike: "原名/旧名", zh: "以前的名称。", en: "Names that it had."),
    Field(
      "部门/department", \.department, FieldReader.text, alike: "所属部门/dept", zh: "所属部门。", en: "Its department."),
    Field(
      "上级/reports-to", \.reportsTo, FieldReader.text, alike: "直属上级/汇报对象/manager", zh: "向谁汇报。",
      en: "The role that it reports to."),
    Field(
      "代理/backup", \.backup, FieldReader.text, alike: "代理人/替补/deputy", zh: "不在时由谁代理。", en: "The role that stands in."),
  ]

  private static let people: [Field<RoleCard>] = [
    Field("编制/headcount", \.headcount, FieldReader.text, alike: "人数", zh: "编制人数。", en: "How many people hold it."),
    Field(
      "外部/external", \.external, FieldReader.flag, alike: "外聘", zh: "是否由外部人员担任。",
      en: "Whether people from outside hold it."),
    Field(
      "任职/holders", \.holders, FieldReader.names, alike: "任职人员/人员/holder", zh: "现在由谁担任。", en: "The people who hold it."),
    Field(
      "成员/members", \.members, FieldReader.names, alike: "团队/member", zh: "小组由哪些岗位组成。", en: "The roles of a group."),
    Field("密级/audience", \.audience, FieldReader.text, zh: "谁可以看。", en: "Who may see it."),
    Field(
      "译自/translates", \.translates, FieldReader.version, zh: "译文所依据的原文版本。",
      en: "The version of the source that a translation renders."),
  ]
}
