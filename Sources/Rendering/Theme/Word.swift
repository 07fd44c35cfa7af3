/// The words of the interface that views use; each is a key of `templates/strings/LANGUAGE.txt`.
///
/// A word that only templates use needs no case here.
package enum Word: Int, Sendable, CaseIterable {
  case languageName, handbook, listComma
  // Places and kinds.
  case home, procedures, policies, forms, roles, departments, events, register, glossary
  case procedure, policy, form, role, department, event
  // States.
  case statusDraft, statusReview, statusApproved, statusScheduled, statusEffective, statusWithdrawn
  case statusHeld, statusSuperseded, statusCancelled, replacedBy, overdue, dueIn, uncontrolled, uncontrolledText
  case draftText, scheduledText, heldText
  // Document control.
  case supersededText, scheduledVersionText, heldSinceText, cancelledText, withdrawnText, openCurrent, asOfDay
  case history, historyOf, comparisonOf, cancelledOn, skipped, backdated, titleThen, reviewed, released, withdrawn
  case distributed
  case returned, fromDay, movedText, issuedWord, versionsCount, changes, asOfRegister, asOfScript, feed, hash
  case aboutVersions, aboutRecords, supersededMeaning, heldMeaning, ledgerLines
  case duePage, dueOverdue, dueSoon, dueLater, daysLeft
  // The card.
  case version, effective, owner, approvedBy, reviewBy, retention, shifts, basis, replaces, changeNote, distribution
  case training, audience, keywords, formerly, withdrawnBecause, translates, anchors
  // Taking part.
  case responsible, approves, reviews, supports, consulted, informed, oversees
  // Fields of a step.
  case time, due, every, limit, place, requires, criteria, applies, records, risk, control, escalate, ifLate, until
  case penalty, handover
  // Marks of a step.
  case optional, onlyFor, oneOf
  // Branches.
  case `if`, otherwise, then, stepNumber, toEnd, under
  // Warnings.
  case danger, warning, caution, remark
  // Counts.
  case stepCount, pauseCount, pauseTitle
  // Parts of a page.
  case flowchart, matrix, approvals, linkedFrom, footnotes, flowTitle, flowHint
  // Things to press.
  case checklist, print, printChecklist, printForm, viewProcedure
  // Sheets.
  case copyMark, done, checked
  // Lists, and the page about the build.
  case noDepartment, weekdays, homeDescription, notFound, notFoundText, about, aboutText, aboutCounts, aboutBuild
  case aboutData, aboutLetters, aboutMarks, aboutStates, aboutPaper, aboutPaperText, buildDate, noLedger, generator
  case model, sitemap, pauseMeaning, dangerMeaning, warningMeaning, cautionMeaning, draftMeaning, reviewMeaning
  case approvedMeaning, scheduledMeaning, effectiveMeaning, withdrawnMeaning, code, name, kind, status, nextReview
  case edition, ledgerHead, inForce, reviewsDue, steps, pausePoint, killerLegend
  // Roles, departments and events.
  case eachDay, eachWeek, eachMonth, eachQuarter, eachYear, otherRhythm, manySteps, moreDocuments, moreSteps
  case moreOnRolePage, roleChecklist, dutyNumber, members, groups, holders, formerNames, yes, sources, viewRole
  case parent, takesPart, matrixPart, mode, myDay, duties, takes, reporting, reportsTo, backup, headcount, external
  case head, documents, subDepartments, oneDay, date, people

  /// The key in the file of words.
  package var key: String { Self.keys[rawValue] }

  private static let keys = allCases.map { "\($0)" }
}
