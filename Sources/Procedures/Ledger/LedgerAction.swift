/// What a line of the ledger records (spec/versions.md 1).
package enum LedgerAction: Sendable, Hashable {
  /// A version was sealed.
  case issue(Issuance)
  /// A document was looked at again and stays as it is.
  case review(PeriodicReview)
  /// A document, or a version that is not yet in force, was withdrawn.
  case withdraw(Withdrawal)
  /// A document must not be used until it is released.
  case hold(Pause)
  /// A document on hold may be used again.
  case release(Pause)
  /// The versions in force got a name.
  case edition(EditionNote)
  /// Numbered copies were handed out or came back.
  case distribute(Handout)

  /// The word in the ledger.
  package var word: String {
    switch self {
    case .issue: "issue"
    case .review: "review"
    case .withdraw: "withdraw"
    case .hold: "hold"
    case .release: "release"
    case .edition: "edition"
    case .distribute: "distribute"
    }
  }

  /// The code of the document; nil of an edition.
  package var code: String? {
    switch self {
    case .issue(let one): one.code
    case .review(let one): one.code
    case .withdraw(let one): one.code
    case .hold(let one), .release(let one): one.code
    case .edition: nil
    case .distribute(let one): one.code
    }
  }
}

/// A sealed version.
package struct Issuance: Sendable, Hashable {
  /// A line of 审批 as it was sealed.
  package struct Approval: Sendable, Hashable {
    /// `drafted`, `consulted`, `reviewed`, `approved` or `published`.
    package let action: String
    /// The role.
    package let role: String
    /// The person.
    package let person: String
    /// The day, with the time where it was written.
    package let at: String

    /// States a line.
    package init(action: String, role: String, person: String, at: String) {
      self.action = action
      self.role = role
      self.person = person
      self.at = at
    }
  }

  /// A sealed file.
  package struct File: Sendable, Hashable {
    /// The path below `content/`.
    package let path: String
    /// The SHA-256 of its bytes in hexadecimal digits.
    package let digest: String

    /// States a file.
    package init(path: String, digest: String) {
      self.path = path
      self.digest = digest
    }
  }

  /// The kind of document.
  package var kind: ArticleKind
  /// Its code.
  package var code: String
  /// The version.
  package var version: Version
  /// The language of the document.
  package var language: String
  /// The path of the document below `content/`.
  package var path: String
  /// The first day on which the version holds.
  package var effective: Day
  /// The title.
  package var title: String
  /// What changed and why.
  package var note: String?
  /// Who drafted, reviewed and approved it.
  package var approvals: [Approval]
  /// The document, its translations and what they show, by path.
  package var files: [File]
  /// The SHA-256 of what the names meant.
  package var context: String

  /// States a sealed version.
  package init(
    kind: ArticleKind, code: String, version: Version, language: String, path: String, effective: Day, title: String,
    note: String?, approvals: [Approval], files: [File], context: String
  ) {
    self.kind = kind
    self.code = code
    self.version = version
    self.language = language
    self.path = path
    self.effective = effective
    self.title = title
    self.note = note
    self.approvals = approvals
    self.files = files
    self.context = context
  }

  /// The digest of the document itself.
  package var digest: String { files.first { $0.path == path }?.digest ?? "" }

  /// Where a sealed file is kept, below `content/issued/`.
  ///
  /// The document and its translations stand in the folder of their version under their own names; everything else is
  /// kept once, by its digest.
  package func place(of file: File) -> String {
    let folder = Self.folder(of: path)
    if file.path.utf8.suffix(3).elementsEqual(".md".utf8), Self.folder(of: file.path) == folder {
      return "\(code)/\(version.pathText)/" + String(Substring(file.path.utf8.dropFirst(folder.utf8.count)))
    }
    return Self.object(file.digest)
  }

  /// Where something is kept by its digest, below `content/issued/`.
  package static func object(_ digest: String) -> String { "_objects/\(digest)" }

  /// The folder of a path with its `/`; empty at the top.
  private static func folder(of path: String) -> Substring {
    path[..<(path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex)]
  }
}

/// A review without change.
package struct PeriodicReview: Sendable, Hashable {
  /// The document.
  package var code: String
  /// The version that was looked at.
  package var version: Version
  /// Who looked.
  package var by: String
  /// What came of it.
  package var outcome: String
  /// What was looked at besides the text.
  package var note: String?

  /// States a review.
  package init(code: String, version: Version, by: String, outcome: String, note: String?) {
    self.code = code
    self.version = version
    self.by = by
    self.outcome = outcome
    self.note = note
  }
}

/// A withdrawal.
package struct Withdrawal: Sendable, Hashable {
  /// The document.
  package var code: String
  /// The version, where only one that is not yet in force is cancelled.
  package var version: Version?
  /// Why.
  package var reason: String
  /// The code of the document that takes its place.
  package var successor: String?
  /// The first day on which it no longer holds.
  package var effective: Day

  /// States a withdrawal.
  package init(code: String, version: Version?, reason: String, successor: String?, effective: Day) {
    self.code = code
    self.version = version
    self.reason = reason
    self.successor = successor
    self.effective = effective
  }
}

/// A hold or a release.
package struct Pause: Sendable, Hashable {
  /// The document.
  package var code: String
  /// Why; a release may be without.
  package var reason: String?

  /// States a hold or a release.
  package init(code: String, reason: String?) {
    self.code = code
    self.reason = reason
  }
}

/// A name for the versions in force on a day.
package struct EditionNote: Sendable, Hashable {
  /// The name.
  package var name: String
  /// The versions, by code.
  package var versions: [(code: String, version: Version)]
  /// What is said of it.
  package var note: String?

  /// States an edition.
  package init(name: String, versions: [(code: String, version: Version)], note: String?) {
    self.name = name
    self.versions = versions
    self.note = note
  }

  package static func == (a: EditionNote, b: EditionNote) -> Bool {
    a.name == b.name && a.note == b.note && a.versions.count == b.versions.count
      && zip(a.versions, b.versions).allSatisfy { $0.code == $1.code && $0.version == $1.version }
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Numbered copies.
package struct Handout: Sendable, Hashable {
  /// A copy.
  package struct Copy: Sendable, Hashable {
    /// Its number, from 1 for each document.
    package let number: Int
    /// Who holds it.
    package let holder: String

    /// States a copy.
    package init(number: Int, holder: String) {
      self.number = number
      self.holder = holder
    }
  }

  /// The document.
  package var code: String
  /// The version.
  package var version: Version
  /// The copies that were handed out.
  package var copies: [Copy]
  /// The numbers of the copies that came back.
  package var returned: [Int]

  /// States a handout.
  package init(code: String, version: Version, copies: [Copy], returned: [Int]) {
    self.code = code
    self.version = version
    self.copies = copies
    self.returned = returned
  }
}
