import Diagnostics

extension Diagnostic {
  /// role-unknown: a name that stands for a role and resolves to none.
  static func roleUnknown(
    _ name: String, nearest: String?, _ register: Register, _ path: String, _ range: SourceRange
  ) -> Diagnostic {
    var finding = Diagnostic(
      .error, .roleUnknown, path: path, range: range,
      message: Localized(zh: "没有岗位“\(name)”", en: "there is no role “\(name)”"))
    if let nearest {
      if let (place, range) = register.definition(of: nearest) {
        finding.notes = [
          .init(
            path: place, range: range, message: Localized(zh: "已定义的是“\(nearest)”", en: "“\(nearest)” is defined here"))
        ]
      }
      finding.help = Localized(
        zh: "改为“\(nearest)”，或在 content/roles/ 新建岗位", en: "write “\(nearest)”, or add a file under content/roles/")
    } else {
      finding.help = Localized(
        zh: "在 content/roles/ 新建“\(name).md”，或在已有岗位的“别名”里写上它",
        en: "add “\(name).md” under content/roles/, or list it under 别名/aliases of an existing role")
    }
    return finding
  }

  /// role-unknown as a hint: bold where a role may stand, which is only emphasis (spec/format.md 4.2).
  static func onlyEmphasis(_ text: String, _ path: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .info, .roleUnknown, path: path, range: range,
      message: Localized(zh: "“\(text)”不是岗位，按强调处理", en: "“\(text)” is no role; it is read as emphasis"))
  }

  /// role-ambiguous: a name that several departments use.
  static func roleAmbiguous(_ roles: [RoleID], _ register: Register, _ path: String, _ range: SourceRange) -> Diagnostic
  {
    let names = roles.map { register.qualifiedName($0) }
    return Diagnostic(
      .error, .roleAmbiguous, path: path, range: range,
      message: Localized(
        zh: "对应多个岗位：\(names.joined(separator: "、"))", en: "names several roles: \(names.joined(separator: ", "))"),
      help: Localized(zh: "写成“部门/岗位”，例如“\(names[0])”", en: "write “department/role”, such as “\(names[0])”"))
  }

  /// time-unparsed: something that looks like a time and is none (error), or is kept and not scheduled (info).
  static func timeUnparsed(_ text: String, isError: Bool, _ path: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      isError ? .error : .info, .timeUnparsed, path: path, range: range,
      message: isError
        ? Localized(zh: "没有这样的时间“\(text)”", en: "there is no such time as “\(text)”")
        : Localized(zh: "时间“\(text)”照原文显示，不参与排程", en: "the time “\(text)” is shown as written and not scheduled"),
      help: isError
        ? Localized(zh: "钟点写 00:00 到 24:00，日期偏移写 T-3天", en: "write clocks as 00:00 to 24:00, day offsets as T-3天")
        : nil)
  }

  /// goto-missing: a target that does not exist.
  static func gotoMissing(_ written: String, nearest: String?, _ path: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .gotoMissing, path: path, range: range,
      message: Localized(zh: "“→ \(written)”指向的地方不存在", en: "the target of “→ \(written)” does not exist"),
      help: nearest.map { Localized(zh: "最接近的是“\($0)”", en: "the nearest one is “\($0)”") }
        ?? Localized(zh: "写“步骤 N”、阶段名、章节名、文件编号或“结束”", en: "write a step number, a stage, a section, a code or “end”"))
  }

  /// goto-ambiguous: a typed number that several steps bear.
  static func gotoAmbiguous(_ written: String, _ path: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .gotoAmbiguous, path: path, range: range,
      message: Localized(zh: "“→ \(written)”对应多个步骤", en: "“→ \(written)” fits several steps"),
      help: Localized(zh: "改写为“→「步骤开头的几个字」”", en: "write →「the first words of the step」 instead"))
  }
}

extension Register {
  /// Where a role or department of a name is defined.
  func definition(of name: String) -> (path: String, range: SourceRange)? {
    let article =
      roles(named: name).first.map { roles[Int($0.index)].article }
      ?? department(named: name).flatMap { departments[Int($0.index)].article }
    return article.map { (self[$0].path, self[$0].card.titleField?.range ?? .start) }
  }

  /// A role with its department, as it can be written to be unique.
  func qualifiedName(_ id: RoleID) -> String {
    let role = roles[Int(id.index)]
    return role.department.map { departments[Int($0.index)].name + "/" + role.name } ?? role.name
  }
}
