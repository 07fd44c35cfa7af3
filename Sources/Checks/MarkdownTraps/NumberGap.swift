import Diagnostics
import Markdown
import Procedures

extension Rule {
  /// Typed step numbers that are not the running ones (spec/format.md 4.9).
  static let numberGap = Rule(
    .numberGap, .markdown, .always(.warning),
    summary: Localized(zh: "步骤的编号从 1 连续数到底。", en: "Steps are numbered 1, 2, 3 … throughout."),
    advice: Localized(
      zh: """
        网页和清单总是连续编号；文件里的编号跳号、重号或每个阶段从 1 开始，看文件的人和看网页的人说的就不是同一个“步骤 5”。\
        handrail format 重新编号，并一起改写“→ 步骤 N”。全部写成“1.”的列表不算跳号。
        """,
      en: """
        Pages and checklists number steps through. Where the file skips, repeats or begins again, readers of the file and \
        of the page mean different steps by “step 5”. handrail format renumbers, and rewrites → step N along with it. A \
        list in which every item is typed `1.` is no gap.
        """),
    bad: Example(steps: "1. **店员** 打扫店面\n3. **店长** 检查店面\n   - 如果 有积水：→ 步骤 1"),
    good: Example(steps: "1. **店员** 打扫店面\n2. **店长** 检查店面\n   - 如果 有积水：→ 步骤 1"),
    .document { inspection in
      let numbering = StepNumbering(inspection.article, inspection.view)
      guard let first = numbering.wrong.first else { return }
      report(numbering, first, &inspection)
    })

  private static func report(
    _ numbering: StepNumbering, _ first: StepNumbering.Wrong, _ inspection: inout Inspection
  ) {
    let count = numbering.wrong.count
    let (zh, en) = count == 1 ? ("", "") : ("（共 \(count) 处）", " (\(count) in all)")
    let message = Localized(
      zh: "这里写的是 \(first.typed)，实际是步骤 \(first.number)\(zh)",
      en: "\(first.typed) is typed here, but this is step \(first.number)\(en)")
    if let open = numbering.unsettled.first {
      inspection.report(
        first.digits, message,
        help: Localized(
          zh: "先写明这一处指哪一步，handrail format 才能重新编号",
          en: "say first which step is meant there; then handrail format can renumber"),
        notes: [
          .init(
            path: inspection.article.path, range: open,
            message: Localized(zh: "不知道指的是哪一步", en: "it is not clear which step this means"))
        ])
      return
    }
    let fix = Renumbering(numbering, inspection.document, inspection.view).fix
    inspection.report(
      first.digits, message,
      help: fix.isEmpty
        ? Localized(
          zh: "改为 \(first.wanted)，并改写指向它的“→ 步骤 N”", en: "write \(first.wanted), and rewrite what points to it")
        : Localized(zh: "handrail format 会重新编号", en: "handrail format renumbers"), fix: fix)
  }
}

/// The typed numbers of an article's steps, and the references to them.
struct StepNumbering {
  /// A step whose typed number is not its own.
  struct Wrong {
    let item: Block
    let digits: SourceRange
    let typed: Int
    let wanted: Int
    /// Its number as it is shown, such as `3.1`.
    let number: String
  }

  /// A reference with the number that it should have.
  struct Reference {
    let digits: SourceRange
    let wanted: String
  }

  private(set) var wrong: [Wrong] = []
  private(set) var references: [Reference] = []
  /// References of which nobody knows what they lead to; after a renumbering they would seem to lead somewhere.
  private(set) var unsettled: [SourceRange] = []

  /// Compares numbers, and looks for references where one is wrong. Linear.
  init(_ article: Article, _ view: DocumentView) {
    let listed = article.steps.filter { view.number(of: $0.block) != nil }
    // A list that leaves the counting to Markdown is never wrong.
    if listed.allSatisfy({ $0.typedNumber == 1 }) { return }
    for step in listed {
      let wanted = step.number.split(separator: ".").last.flatMap { Int($0) } ?? 0
      guard wanted != step.typedNumber else { continue }
      let marker = article.document.marker(of: step.block)
      wrong.append(
        Wrong(
          item: step.block, digits: SourceRange(Int(marker.start), Int(marker.end) - 1), typed: step.typedNumber,
          wanted: wanted, number: step.number))
    }
    if !wrong.isEmpty { findReferences(article) }
  }

  private mutating func findReferences(_ article: Article) {
    let numbers = StepNumbers(article.steps)
    for (index, section) in article.sections.enumerated() {
      for mention in section.blocks.flatMap({ StepMention.all(in: $0, of: article.document) }) {
        let from = article.steps.last { $0.section == index && $0.range.start <= mention.digits.start }
        switch numbers.find(mention.typed, section: index, stage: from?.stage) {
        case .one(let step):
          let wanted = article.steps[step].number
          if wanted != mention.typed.map(String.init).joined(separator: ".") {
            references.append(Reference(digits: mention.digits, wanted: wanted))
          }
        case .many, .none: unsettled.append(mention.digits)
        }
      }
    }
  }
}
