internal import Diagnostics

extension Control {
  /// The keys of procedures, policies and forms, in their usual order (spec/format.md 2).
  package static let fields = FieldTable(Control(), kinds: [.procedure, .policy, .form], identity + course + control)

  private static let identity: [Field<Control>] = [
    Field(
      "编号/code/id", \.code, FieldReader.code, need: .always, alike: "文件编号/代号/流程代号/制度编号/number/no",
      zh: "文件的编号，全手册唯一，如 SC-001。", en: "The code of the document, unique in the handbook, such as SC-001."),
    Field(
      "名称/title", \.title, FieldReader.text, need: .always, alike: "标题/题目/文件名/流程名称/制度名称/name",
      zh: "文件的名称。", en: "The title of the document."),
    Field(
      "部门/department", \.department, FieldReader.text, need: .controlled, alike: "主管部门/归口部门/职责部门/dept",
      zh: "归口管理的部门。", en: "The department that it belongs to."),
    Field(
      "版本/version", \.version, FieldReader.version, need: .controlled, alike: "版次/版号/ver/revision",
      zh: "版本号，如 1.0 或 A/0。", en: "The version, such as 1.0 or A/0."),
    Field(
      "状态/status", \.status, FieldReader.status, need: .controlled, alike: "文件状态/state",
      zh: "草稿、评审、批准、生效或废止。", en: "draft, in-review, approved, effective or withdrawn."),
    Field(
      "负责人/owner", \.owner, FieldReader.text, need: .controlled, alike: "责任人/主责/负责/responsible",
      zh: "对文件负责的岗位。", en: "The role that answers for the document."),
    Field(
      "生效日期/effective", \.effective, FieldReader.day, alike: "实施日期/施行日期/日期/生效/date",
      zh: "这一版开始执行的日期。", en: "The first day on which this version holds."),
    Field(
      "复审周期/review", \.review, FieldReader.cycle, alike: "评审周期/复评周期/复审",
      zh: "多久复审一次，如 12个月。", en: "How often it is reviewed, such as 12 months."),
    Field(
      "用法/mode", \.mode, FieldReader.mode, alike: "使用方式/usage",
      zh: "清单的用法：边读边做，或做完确认。", en: "How the checklist is used: read-do or do-confirm."),
  ]

  private static let course: [Field<Control>] = [
    Field(
      "曾用编号/formerly", \.formerly, FieldReader.names, alike: "原编号/旧编号/曾用名",
      zh: "以前的编号，旧地址继续有效。", en: "Old codes; their addresses keep answering."),
    Field(
      "变体/variants", \.variants, FieldReader.variants, alike: "variant",
      zh: "流程按什么而不同，如 {活动类型: [A类, B类]}。", en: "What it varies by, such as {event type: [A, B]}."),
    Field(
      "锚点/anchors", \.anchors, FieldReader.pairs, alike: "anchor/时间点",
      zh: "有名称的时刻，如 {开门: 09:00}。", en: "Named times, such as {opening: 09:00}."),
    Field(
      "班次/shifts", \.shifts, FieldReader.names, alike: "shift", zh: "执行它的班次。", en: "The shifts that carry it out."),
    Field(
      "依据/basis", \.basis, FieldReader.names, alike: "编制依据", zh: "它依据的文件。", en: "What it is based on."),
    Field(
      "替代/replaces", \.replaces, FieldReader.names, alike: "代替/取代", zh: "它替代的文件。", en: "The documents that it replaces."
    ),
    Field(
      "被替代/replaced-by", \.replacedBy, FieldReader.text, alike: "被代替/successor",
      zh: "替代它的文件。", en: "The document that replaces it."),
    Field(
      "废止原因/withdrawn-because", \.withdrawnBecause, FieldReader.text, alike: "作废原因",
      zh: "为什么废止。", en: "Why it was withdrawn."),
  ]

  private static let control: [Field<Control>] = [
    Field(
      "发放/distribution", \.distribution, FieldReader.names, alike: "发放范围/分发", zh: "发放给谁。", en: "Who receives it."),
    Field("密级/audience", \.audience, FieldReader.text, alike: "保密级别", zh: "谁可以看。", en: "Who may see it."),
    Field(
      "保管期限/retention", \.retention, FieldReader.text, alike: "保存期限/保存期", zh: "记录保管多久。",
      en: "How long its records are kept."),
    Field(
      "培训/training", \.training, FieldReader.names, alike: "培训对象",
      zh: "要培训的岗位；不写则为文件中的全部岗位。", en: "The roles to be trained; without it every role in the document."),
    Field(
      "审批/approvals", \.approvals, FieldReader.approvals, alike: "批准/审核/编制/approval",
      zh: "每行“动作 岗位 姓名 日期”。", en: "Lines of `action role person date`."),
    Field(
      "修订说明/change-note", \.changeNote, FieldReader.prose, alike: "变更说明/修改说明/修订记录/changes",
      zh: "这一版改了什么、为什么。", en: "What changed in this version and why."),
    Field(
      "关键词/keywords", \.keywords, FieldReader.names, alike: "标签/关键字/tags", zh: "便于搜索的词。",
      en: "Words by which it is found."),
    Field(
      "译自/translates", \.translates, FieldReader.version, alike: "译文版本",
      zh: "译文所依据的原文版本。", en: "The version of the source that a translation renders."),
  ]
}
