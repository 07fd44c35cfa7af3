/// The stable names of all rules, in the order of the manual (spec/checks.md).
///
/// A closed list, so that no finding can bear a name that the manual does not explain: `Rule.init(named:)` must give
/// the page of every name.
package enum RuleName: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
  // Front matter
  case keyMissing = "key-missing"
  case keyUnknown = "key-unknown"
  case keyDuplicate = "key-duplicate"
  case valueInvalid = "value-invalid"
  case colonWidth = "colon-width"
  case yamlInvalid = "yaml-invalid"
  case frontMatterMissing = "front-matter-missing"
  case frontMatterUnclosed = "front-matter-unclosed"
  case yamlAlias = "yaml-alias"
  case yamlComment = "yaml-comment"
  // Markdown traps
  case fakeList = "fake-list"
  case fakeHeading = "fake-heading"
  case stepIndent = "step-indent"
  case numberGap = "number-gap"
  case boldLiteral = "bold-literal"
  case setextTrap = "setext-trap"
  case rawHtml = "raw-html"
  case unknownField = "unknown-field"
  case encoding
  case limit
  // Structure
  case sectionMissing = "section-missing"
  case sectionEmpty = "section-empty"
  case placeholderText = "placeholder-text"
  case codeDuplicate = "code-duplicate"
  case codeFormat = "code-format"
  case titleDuplicate = "title-duplicate"
  case pathCollision = "path-collision"
  // Links
  case linkBroken = "link-broken"
  case anchorBroken = "anchor-broken"
  case attachmentMissing = "attachment-missing"
  case attachmentOutside = "attachment-outside"
  case symlink
  case imageRemote = "image-remote"
  case assetType = "asset-type"
  case titleUnresolved = "title-unresolved"
  case codeUnresolved = "code-unresolved"
  case termConflict = "term-conflict"
  case roleUnknown = "role-unknown"
  case roleAmbiguous = "role-ambiguous"
  case refWithdrawn = "ref-withdrawn"
  case refCycle = "ref-cycle"
  case externalLink = "external-link"
  // Responsibility
  case stepNoOwner = "step-no-owner"
  case approverMany = "approver-many"
  case approverNone = "approver-none"
  case crowded
  case verbHint = "verb-hint"
  case dutyCatchAll = "duty-catch-all"
  case dutyUnused = "duty-unused"
  case roleUnused = "role-unused"
  case backupMissing = "backup-missing"
  // Wording
  case multiAction = "multi-action"
  case stepLong = "step-long"
  case conditionLate = "condition-late"
  case doubleNegative = "double-negative"
  case vagueTime = "vague-time"
  case vagueExtent = "vague-extent"
  case modalWord = "modal-word"
  case passive
  case abbreviationUndefined = "abbreviation-undefined"
  case termVariant = "term-variant"
  // Logic and time
  case gotoMissing = "goto-missing"
  case gotoAmbiguous = "goto-ambiguous"
  case reviewNoFail = "review-no-fail"
  case repeatNoStop = "repeat-no-stop"
  case deadlineNoLate = "deadline-no-late"
  case timeUnparsed = "time-unparsed"
  case timeOrder = "time-order"
  case timeClash = "time-clash"
  case anchorMissing = "anchor-missing"
  case variantUnknown = "variant-unknown"
  // Checklists
  case warningAfter = "warning-after"
  case warningAction = "warning-action"
  case pauseTooLong = "pause-too-long"
  case killerLate = "killer-late"
  case modeMissing = "mode-missing"
  case pageOverflow = "page-overflow"
  // Control
  case riskOwner = "risk-owner"
  case riskControl = "risk-control"
  case recordNoForm = "record-no-form"
  case retentionMissing = "retention-missing"
  case approvalMissing = "approval-missing"
  case approvalSelf = "approval-self"
  case approvalOrder = "approval-order"
  case versionSame = "version-same"
  case versionOrder = "version-order"
  case changeNote = "change-note"
  case reviewDue = "review-due"
  case reviewOverdue = "review-overdue"
  case trainingGap = "training-gap"
  case audienceLeak = "audience-leak"
  case eventUnassigned = "event-unassigned"
  case eventStale = "event-stale"
  case translationStale = "translation-stale"
  case documentControl = "document-control"
  // Project
  case configUnknown = "config-unknown"
  case templateInvalid = "template-invalid"
  case unreadable
  case ignoreInvalid = "ignore-invalid"

  /// The name as it is written and printed.
  package var description: String { rawValue }
}
