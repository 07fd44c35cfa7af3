internal import Diagnostics
internal import Procedures

/// The scripts that say how versions stand from day to day, so that old pages need not be built again
/// (spec/versions.md 3).
enum StateScripts {
  /// How many documents one script of the register covers: as many as one page of it shows.
  static let documentsPerScript = Site.rowsPerPage

  /// The scripts of a site; none where nothing was ever issued.
  static func files(_ site: Site) -> [FileJob] {
    guard site.facts.isControlled else { return [] }
    let documents = site.issued.indices.map { place in
      FileJob(site.issued[place].state, nil) { site, _, out in
        write(document(site.issued[place], site), into: &out)
      }
    }
    let register = ListPart.parts(of: site.issued.count, each: documentsPerScript).map { part in
      FileJob(address(part.number), nil) { site, _, out in
        write(registerPart(site.issued[part.rows], site), into: &out)
      }
    }
    let home = site.languages.map { language in
      FileJob(homeAddress(site, language), nil, language) { site, _, out in
        write(HomeState.value(Viewpoint(site, address: Place.home.address, language: language)), into: &out)
      }
    }
    return documents + register + home
  }

  /// A script of the register.
  static func address(_ number: Int) -> Address { Address("data/state-\(number).js") }

  /// The scripts of the whole register.
  static func addresses(_ site: Site) -> [Address] {
    ListPart.parts(of: site.issued.count, each: documentsPerScript).map { address($0.number) }
  }

  /// The script of the home page.
  static func homeAddress(_ site: Site, _ language: Language) -> Address {
    let name = language == site.handbook.settings.language ? "home" : "home." + language.rawValue
    return Address("data/state-\(name).js")
  }

  /// A value as a script that works from a folder too: whatever reads it may be loaded before it or after it.
  private static func write(_ value: JSONValue, into out: inout [UInt8]) {
    out += "(window.handrailState=window.handrailState||[]).push(".utf8
    // Older engines take U+2028 and U+2029 for line ends within a text.
    let bytes = value.canonicalBytes
    var index = 0
    while index < bytes.count {
      let isSeparator =
        bytes[index] == 0xE2 && index + 2 < bytes.count && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9)
      if isSeparator {
        out += (bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    out += ");\n".utf8
  }

  /// What every script begins with.
  static func base(_ site: Site) -> [(String, JSONValue?)] {
    [("built", .string(site.facts.today.description)), ("zone", .number(site.settings.utcOffset))]
  }

  /// How one document and each of its versions stand.
  private static func document(_ document: IssuedDocument, _ site: Site) -> JSONValue {
    let versions = document.texts.indices.filter { document.texts[$0] != nil }.map { place in
      let version = document.record.versions[place]
      let states = document.timeline.versions[place].map { JSONValue.array(span($0, place, document, site)) }
      return JSONValue.object(of: [
        ("version", .string(version.version.text)), ("page", .string(IssuedDocument.path(of: version.version))),
        ("effective", .string(version.issuance.effective.description)), ("states", .array(states)),
      ])
    }
    let stands = document.timeline.document.map { span in
      JSONValue.array([
        .string(span.from.description), .string(StateKey(span.state).rawValue), .string(span.version.text),
      ])
    }
    return .object(
      of: base(site) + [
        ("code", .string(document.record.code)), ("versions", .array(versions)), ("stands", .array(stands)),
      ])
  }

  /// A day, the state that begins on it, and what there is to say of it.
  private static func span(
    _ span: Timeline.Span, _ place: Int, _ document: IssuedDocument, _ site: Site
  ) -> [JSONValue] {
    let version = document.record.versions[place]
    let key = StateKey(span.state, isCancelled: version.cancellation != nil)
    var values: [JSONValue] = [.string(span.from.description), .string(key.rawValue)]
    switch key {
    case .effective, .superseded, .draft: break
    case .scheduled: values.append(.string(version.issuance.effective.description))
    case .held: values.append(.string(document.reason(at: span.from) ?? ""))
    case .cancelled: values.append(.string(version.cancellation?.withdrawal.reason ?? ""))
    case .withdrawn:
      let withdrawal = document.withdrawal(of: place, at: span.from)
      values.append(.string(withdrawal?.reason ?? ""))
      if let successor = withdrawal?.successor {
        values.append(.string(successor))
        // A link from the folder of the document, which scripts put the way to that folder before.
        if let home = site.home(of: successor) { values.append(.string("../../" + home.link)) }
      }
    }
    return values
  }

  /// How some documents stand, for lists.
  private static func registerPart(_ documents: ArraySlice<IssuedDocument>, _ site: Site) -> JSONValue {
    let first = site.issued.compactMap { $0.timeline.document.first?.from }.min()
    return .object(
      of: base(site) + [
        ("first", first.map { .string($0.description) }), ("documents", .array(documents.map { entry($0, site) })),
      ])
  }

  private static func entry(_ document: IssuedDocument, _ site: Site) -> JSONValue {
    let title = document.title
    let versions = document.record.versions.map { version -> JSONValue in
      var values: [JSONValue] = [
        .string(version.version.text), .string(IssuedDocument.path(of: version.version)),
        .string(version.issuance.effective.description),
      ]
      if version.issuance.title != title { values.append(.string(version.issuance.title)) }
      return .array(values)
    }
    let stands = document.timeline.document.compactMap { span -> JSONValue? in
      guard let place = document.record.versions.firstIndex(where: { $0.version == span.version }) else { return nil }
      return .array([.string(span.from.description), .string(StateKey(span.state).rawValue), .number(place)])
    }
    return .object(of: [
      ("code", .string(document.record.code)), ("folder", .string(Address.encoded(document.home.folder))),
      ("kind", .string(document.kind.rawValue)), ("department", .string(site.department(of: document))),
      ("title", .string(title)),
      ("versions", .array(versions)), ("stands", .array(stands)),
    ])
  }
}
