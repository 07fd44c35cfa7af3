internal import Diagnostics

/// The card of a procedure, policy or form (spec/format.md 2). Names are as written; linking resolves them.
package struct Control: Sendable {
  /// The code, the identity of the document.
  package var code: Named?
  /// The title.
  package var title: Named?
  /// The department that it belongs to.
  package var department: Named?
  /// The version of the working copy.
  package var version: Written<Version>?
  /// The writer's word about the working copy; none on a form that is not under control.
  package var status: Written<Status>?
  /// The role that answers for the document.
  package var owner: Named?
  /// The first day on which the version holds.
  package var effective: Written<Day>?
  /// How long it holds until the next review.
  package var review: Written<ReviewCycle>?
  /// How its checklist is used.
  package var mode: Written<Mode>?
  /// Its old codes.
  package var formerly: [Named] = []
  /// The dimensions in which it varies.
  package var variants: [Variant] = []
  /// Named times of the day, such as 开门.
  package var anchors: [NamedPair] = []
  /// Its shifts, each as one text.
  package var shifts: [Named] = []
  /// What it is based on.
  package var basis: [Named] = []
  /// The documents that it takes the place of.
  package var replaces: [Named] = []
  /// The document that takes its place.
  package var replacedBy: Named?
  /// Why it was withdrawn.
  package var withdrawnBecause: Named?
  /// Who receives it.
  package var distribution: [Named] = []
  /// Who may see it.
  package var audience: Named?
  /// How long its records are kept.
  package var retention: Named?
  /// Who is trained on it; empty means every role in the document.
  package var training: [Named] = []
  /// The lines of 审批 whose action and date may be sound; `Approval(parsing:knownNames:)` reads one.
  package var approvals: [Named] = []
  /// What changed in this version and why.
  package var changeNote: Named?
  /// Words by which it is found.
  package var keywords: [Named] = []
  /// Of a translation: the version of the source that it renders.
  package var translates: Written<Version>?

  /// An empty card.
  package init() {}
}
