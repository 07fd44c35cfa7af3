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
  case codeDuplicate = "code-duplicate"
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
  case roleUnknown = "role-unknown"
  case roleAmbiguous = "role-ambiguous"
  // Responsibility
  case approverMany = "approver-many"
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
  // Project
  case configUnknown = "config-unknown"
  case templateInvalid = "template-invalid"
  case unreadable
  case ignoreInvalid = "ignore-invalid"

  /// The name as it is written and printed.
  package var description: String { rawValue }
}
