internal import Diagnostics
internal import Procedures

/// Whether the working copy of a document may be sealed (spec/versions.md 1); every obstacle is named at its place.
struct IssueConditions {
  let article: Article
  let card: Control
  /// What was recorded of it before.
  let record: DocumentRecord?
  let recording: Recording
  /// The change note: `--note`, else the document's own.
  let note: String?
  private(set) var findings: [Diagnostic] = []

  /// Looks at everything but the text itself.
  init(_ article: Article, record: DocumentRecord?, recording: Recording, note: String?) {
    self.article = article
    card = article.entry.card.control ?? Control()
    self.record = record
    self.recording = recording
    let written = card.changeNote?.text
    self.note = note ?? written
    checkStatus()
    checkVersion()
    checkApprovals()
    checkEffective()
    if record != nil, self.note == nil {
      report(
        .changeNote, card.version?.range, zh: "第二个版本起要写明改了什么、为什么改",
        en: "from its second version on a document says what changed and why",
        help: Localized(zh: "在文件头写“修订说明: …”，或用 --note", en: "add a line `change-note: …`, or use --note"))
    }
  }

  private mutating func report(
    _ rule: RuleName, _ range: SourceRange?, zh: String, en: String, help: Localized? = nil
  ) {
    findings.append(
      Diagnostic(
        .error, rule, path: article.path, range: range ?? .start, message: Localized(zh: zh, en: en), help: help))
  }

  private mutating func checkStatus() {
    guard let status = card.status else {
      report(
        .documentControl, card.code?.range, zh: "没有写“状态”：这是不受控的表单，不发行，照原样发布",
        en: "it has no status: an uncontrolled form is published as it stands and never issued",
        help: Localized(
          zh: "要受控就补上版本、状态、负责人、部门和审批", en: "to control it add version, status, owner, department and approvals"))
      return
    }
    guard status.value != .approved, status.value != .effective else { return }
    report(
      .documentControl, status.range, zh: "状态是“\(status.text)”，批准之后才能发行",
      en: "its status is `\(status.text)`; only what is approved can be issued",
      help: Localized(zh: "批准后把状态改为“批准”", en: "write `status: approved` when it is"))
  }

  private mutating func checkVersion() {
    guard let version = card.version else {
      return report(.keyMissing, card.code?.range, zh: "缺少“版本”", en: "it has no version")
    }
    guard let highest = record?.highest else { return }
    if highest.version.form != version.value.form {
      return report(
        .versionOrder, version.range,
        zh: "版本 \(version.value) 与已发行的 \(highest.version) 写法不同，同一编号只能用一种写法",
        en: "version \(version.value) is not written like \(highest.version), which was issued; one code has one form")
    }
    guard version.value <= highest.version else { return }
    let issued = record?[version.value]
    let day = (issued ?? highest).event.at.day
    report(
      .versionOrder, version.range,
      zh: issued == nil
        ? "版本 \(version.value) 低于已发行的最高版本 \(highest.version)（\(day)）"
        : "版本 \(version.value) 已在 \(day) 发行过，版本号不能重复使用",
      en: issued == nil
        ? "version \(version.value) is below \(highest.version), which was issued on \(day)"
        : "version \(version.value) was issued on \(day); no version is used twice",
      help: Localized(zh: "改成高于 \(highest.version) 的版本", en: "give it a version above \(highest.version)"))
  }

  /// Reviewed and approved anew: lines of this version, not before the last issue and not after the moment of this one.
  private mutating func checkApprovals() {
    let last = record?.newest
    let sealed = Set(last?.issuance.approvals ?? [])
    for (action, zh, en) in [(Approval.Action.reviewed, "审核", "reviewed"), (.approved, "批准", "approved")] {
      let lines = article.card.approvals.filter { $0.action == action }
      let fresh = lines.filter { line in
        !sealed.contains(line.sealed) && (last.map { line.day >= $0.event.at.day } ?? true)
      }
      if fresh.isEmpty {
        let since = last.map {
          Localized(
            zh: "（\($0.event.at.day) 发行 \($0.version) 之后）", en: " since \($0.version) was issued on \($0.event.at.day)")
        }
        report(
          .approvalMissing, lines.last?.range ?? card.approvals.first?.range ?? card.status?.range,
          zh: "缺少这一版的“\(zh)”\(since?.zh ?? "")", en: "this version has no `\(en)` line\(since?.en ?? "")",
          help: Localized(zh: "在“审批”里加一行“\(zh) 岗位 姓名 日期”", en: "add a line `\(en) role person date` to `approvals`"))
      }
      for line in fresh where line.day > recording.at.day {
        report(
          .approvalOrder, line.range, zh: "“\(zh)”的日期 \(line.day) 晚于发行的时间 \(recording.at.day)",
          en: "the `\(en)` line is dated \(line.day), after the day of issue, \(recording.at.day)")
      }
    }
    checkApprovalOrder()
  }

  private mutating func checkApprovalOrder() {
    let sealed = Set(record?.newest?.issuance.approvals ?? [])
    let lines = article.card.approvals.filter { !sealed.contains($0.sealed) }
    guard let approved = lines.last(where: { $0.action == .approved }) else { return }
    if let late = lines.last(where: { $0.action == .reviewed && $0.day > approved.day }) {
      report(
        .approvalOrder, late.range, zh: "审核日期 \(late.day) 晚于批准日期 \(approved.day)",
        en: "it was reviewed on \(late.day), after it was approved on \(approved.day)")
    }
    if let effective = card.effective, effective.value < approved.day {
      report(
        .approvalOrder, effective.range, zh: "生效日期 \(effective.value) 早于批准日期 \(approved.day)",
        en: "it takes effect on \(effective.value), before it was approved on \(approved.day)")
    }
  }

  private mutating func checkEffective() {
    guard let effective = card.effective else {
      return report(
        .documentControl, card.status?.range, zh: "缺少“生效日期”", en: "it has no effective date",
        help: Localized(zh: "在文件头写“生效日期: YYYY-MM-DD”", en: "add a line `effective: YYYY-MM-DD`"))
    }
    guard effective.value < recording.at.day, recording.backdated == nil else { return }
    report(
      .documentControl, effective.range,
      zh: "生效日期 \(effective.value) 早于发行的日子 \(recording.at.day)",
      en: "it takes effect on \(effective.value), before the day of issue, \(recording.at.day)",
      help: Localized(
        zh: "改生效日期；补录旧版本用 --at 写明时间，或用 --backdated 写明原因（会记入台账）",
        en: "change the date; to bring in older history use --at, or say why with --backdated, which is recorded"))
  }

  /// Compares what counts of the text and of what it shows with the last version.
  mutating func compare(_ files: [Issuance.File], isSame: (IssuedVersion) -> Bool) {
    guard let last = record?.newest else { return }
    let others = { (files: [Issuance.File], path: String) in Set(files.filter { $0.path != path }.map(\.digest)) }
    let before = last.issuance
    guard others(before.files, before.path) == others(files, SealedContext.short(article.path)), isSame(last) else {
      return
    }
    report(
      .versionSame, card.version?.range,
      zh: "除版本、状态、生效日期、审批、修订说明和修订记录外，与已发行的 \(last.version) 没有区别",
      en: "but for version, status, effective date, approvals, change note and revision log it equals \(last.version)",
      help: Localized(
        zh: "只是复审、没有改动，用 handrail review \(before.code)",
        en: "a review without change is `handrail review \(before.code)`"))
  }
}

extension Approval {
  /// The line as it is sealed.
  var sealed: Issuance.Approval {
    Issuance.Approval(action: action.rawValue, role: role.text, person: person, at: at)
  }
}
