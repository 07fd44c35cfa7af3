internal import Diagnostics
internal import Procedures

/// The log of changes as an Atom feed (RFC 4287). It has no clock: its days are those of the ledger.
enum Feed {
  /// Where it is.
  static let address = Address("feed.xml")
  /// The most entries.
  static let longest = 50

  /// The feed; none where nothing was ever issued.
  static func files(_ site: Site) -> [FileJob] {
    let events = ChangeLog.events(site)
    guard let newest = events.first, let first = events.last else { return [] }
    let language = site.handbook.settings.language
    return [
      FileJob(address, .feed) { site, _, out in
        let view = Viewpoint(site, address: address, language: language)
        write(Array(events.prefix(longest)), newest, first, view, into: &out)
      }
    ]
  }

  private static func write(
    _ events: [LedgerEvent], _ newest: LedgerEvent, _ first: LedgerEvent, _ view: Viewpoint, into out: inout [UInt8]
  ) {
    let title = view.site.settings.title?.text ?? view.strings[.handbook]
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
    out += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(view.language.rawValue)\">\n".utf8
    element("title", "\(title) · \(view.strings[.changes])", into: &out)
    // The hash of the first line names the ledger for good, wherever the handbook is published.
    element("id", identifier(of: first.hash, as: "5"), into: &out)
    element("updated", newest.at.description, into: &out)
    link(view, address, "self", into: &out)
    link(view, Place.changes.address, "alternate", into: &out)
    out += "<author>".utf8
    element("name", view.site.settings.organisation?.text ?? title, into: &out, end: "")
    out += "</author>\n".utf8
    element("generator", view.site.facts.generator, into: &out)
    let log = ChangeLog(view)
    for event in events { entry(log.change(event), view, into: &out) }
    out += "</feed>\n".utf8
  }

  private static func entry(_ change: LoggedChangeView, _ view: Viewpoint, into out: inout [UInt8]) {
    out += "<entry>\n".utf8
    let name = [change.code, change.title, change.version].compactMap(\.self).filter { !$0.isEmpty }
    element("title", change.word + " " + name.joined(separator: " "), into: &out)
    element("id", identifier(of: change.event.hash, as: "8"), into: &out)
    element("updated", change.event.at.description, into: &out)
    if let href = change.href {
      out += "<link rel=\"alternate\" href=\"".utf8
      escape((view.site.base ?? "") + href, into: &out)
      out += "\"/>\n".utf8
    }
    let text = [change.detail, change.note].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n")
    element("summary", text.isEmpty ? change.word : text, into: &out)
    out += "</entry>\n".utf8
  }

  private static func link(_ view: Viewpoint, _ address: Address, _ relation: String, into out: inout [UInt8]) {
    out += "<link rel=\"\(relation)\" href=\"".utf8
    escape((view.site.base ?? "") + view.href(address), into: &out)
    out += "\"/>\n".utf8
  }

  /// A UUID from the first digits of a hash (RFC 9562: digits of one's own choice).
  ///
  /// - Parameter version: the digit that says how it was made; another one keeps the feed apart from its first entry.
  private static func identifier(of hash: String, as version: String) -> String {
    let digits = Array(hash.prefix(32))
    guard digits.count == 32 else { return "urn:uuid:00000000-0000-8000-8000-000000000000" }
    func part(_ range: Range<Int>) -> String { String(digits[range]) }
    return "urn:uuid:\(part(0..<8))-\(part(8..<12))-\(version)\(part(13..<16))-8\(part(17..<20))-\(part(20..<32))"
  }

  private static func element(_ name: String, _ text: String, into out: inout [UInt8], end: String = "\n") {
    out += "<\(name)>".utf8
    escape(text, into: &out)
    out += "</\(name)>\(end)".utf8
  }

  /// Writes what XML takes as it stands; what XML 1.0 has no way to write becomes U+FFFD.
  private static func escape(_ text: String, into out: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;".utf8
      case "<": out += "&lt;".utf8
      case ">": out += "&gt;".utf8
      case "\"": out += "&quot;".utf8
      case "\t", "\n": out += UTF8.encode(scalar).map(Array.init) ?? []
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": out += "\u{FFFD}".utf8
      default: out += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
  }
}
