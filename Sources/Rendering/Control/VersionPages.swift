internal import Diagnostics
internal import Procedures
internal import Templates

/// The permanent page of a version, or of a translation of it: what was sealed, with what its names meant that day.
struct VersionPlace: Sendable {
  /// The place of the document in `Site.issued`.
  let document: Int
  /// The place of the version in the document.
  let version: Int
  /// The place of its text in `SealedTexts.texts`.
  let text: Int
  /// Which file of the text: the document, or a translation.
  let file: Int
  /// The language of the file.
  let language: Language
  /// Where the page is.
  let address: Address
}

extension Site {
  /// The permanent pages of all versions of some kinds, in the order of the codes.
  func versionPlaces(of kinds: ArticleKind...) -> [VersionPlace] {
    issued.indices.filter { kinds.contains(issued[$0].kind) }.flatMap { place in
      issued[place].texts.indices.flatMap { versionPlaces(place, $0) }
    }
  }

  /// The permanent pages of a version: its own, then those of its translations.
  func versionPlaces(_ place: Int, _ version: Int) -> [VersionPlace] {
    let document = issued[place]
    guard let text = document.texts[version] else { return [] }
    let main = document.page(of: document.record.versions[version].version)
    return facts.sealed.texts[text].files.indices.map { file in
      let tag = file == 0 ? nil : Self.language(ofPath: facts.sealed.texts[text].files[file].path)
      let language = tag.flatMap { Language(tag: $0) } ?? document.language
      return VersionPlace(
        document: place, version: version, text: text, file: file, language: language,
        address: file == 0 ? main : main.translated(tag ?? String(file)))
    }
  }

  /// The language that the name of a translation ends in: `en` of `X.en.md`.
  private static func language(ofPath path: String) -> String? {
    let parts = path.split(separator: ".")
    return parts.count > 2 ? String(parts[parts.count - 2]) : nil
  }
}

/// What a permanent page is made from.
struct VersionReading {
  let place: VersionPlace
  let document: IssuedDocument
  /// The site as it was sealed, seen from the page; links lead to where things are today.
  let inner: Viewpoint
  let article: ArticleID
  let view: Viewpoint

  /// Reads the sealed text.
  init(_ place: VersionPlace, _ view: Viewpoint) {
    let found = view.site.reading(place.text, file: place.file, at: place.address)
    self.place = place
    self.view = view
    document = view.site.issued[place.document]
    inner = Viewpoint(found.site, address: view.address, language: view.language)
    article = found.article
  }

  var version: IssuedVersion { document.record.versions[place.version] }
  private var key: StateKey { document.key(of: place.version, on: view.site.facts.today) }

  /// The state of the version, with the day that it is said of.
  var status: StatusView {
    let day = view.site.facts.today
    return StatusView(key, view.strings, detail: view.strings.phrase(.asOfDay, day.description))
  }

  var menu: VersionMenuView { document.menu(place.version, view) }

  /// The head of the page.
  var head: PageHead {
    var head = PageHead(inner[article].title, place: document.kind.place)
    head.title = "\(head.heading) \(version.version.text)"
    head.crumbs = [
      LinkView(text: view.strings[document.kind.pluralWord], href: view.href(document.kind.place)),
      LinkView(text: document.record.code, href: view.href(document.home)),
      LinkView(text: view.strings[.version] + " " + version.version.text),
    ]
    head.banner = document.banner(place.version, view)
    head.state = document.pageState(place.version, root: "../")
    head.languages = languages
    return head
  }

  /// The same version in the other languages that were sealed with it.
  private var languages: [LanguageView] {
    view.site.versionPlaces(place.document, place.version).filter { $0.file != place.file }.map {
      LanguageView(
        text: view.site.theme[$0.language][.languageName], lang: $0.language.rawValue, href: view.href($0.address))
    }
  }

  /// The facts of the card as they were sealed; the next review belongs to what is in force.
  func facts(_ facts: [FieldView]) -> [FieldView] {
    facts.filter { $0.key != Word.reviewBy.key || key == .effective || key == .held }
  }

  /// The sheet; a word across it says what must not be worked by.
  func sheet(_ sheet: SheetView?) -> SheetView? {
    var sheet = sheet
    sheet?.hash = String(version.issuance.digest.prefix(8))
    sheet?.watermark = key == .effective ? nil : view.strings[key.word]
    return sheet
  }

  /// The checklist of what people work by; of a version to come its own, so that they can prepare.
  var checklist: String? {
    guard place.file == 0, !inner[article].steps.isEmpty else { return nil }
    switch key {
    case .effective, .held:
      return view.href(ChecklistPage.address(document.home))
    case .scheduled: return document.kind == .procedure ? view.href(ChecklistPage.address(place.address)) : nil
    case .superseded, .withdrawn, .cancelled, .draft: return nil
    }
  }
}

extension ProcedurePage {
  /// The permanent pages of procedures and policies.
  static func versionJobs(_ site: Site) -> [PageJob] {
    site.versionPlaces(of: .procedure, .policy).map { place in
      PageJob(place.address, place.language) { view in
        let reading = VersionReading(place, view)
        var (_, page) = ProcedurePage.make(reading.article, reading.inner)
        page.status = reading.status
        page.facts = reading.facts(page.facts)
        page.linkedFrom = []
        page.toc.removeAll { $0.href == "#Linked-from" }
        (page.prev, page.next) = (nil, nil)
        page.sheet = reading.sheet(page.sheet)
        page.versions = reading.menu
        page.checklistHref = reading.checklist
        page.actions.removeAll { $0.icon == "checklist" }
        if let href = reading.checklist {
          page.actions.insert(ActionView("checklist", view.strings[.checklist], href: href, isPrimary: true), at: 0)
        }
        return Page(reading.head, ProcedurePage.schema, page)
      }
    }
  }
}

extension FormPage {
  /// The permanent pages of forms.
  static func versionJobs(_ site: Site) -> [PageJob] {
    site.versionPlaces(of: .form).map { place in
      PageJob(place.address, place.language) { view in
        let reading = VersionReading(place, view)
        var page = FormPage(reading.article, DocumentHead(reading.article, reading.inner))
        page.status = reading.status
        page.facts = reading.facts(page.facts)
        page.linkedFrom = []
        page.sheet = reading.sheet(page.sheet)
        page.versions = reading.menu
        return Page(reading.head, FormPage.schema, page)
      }
    }
  }
}

extension ChecklistPage {
  /// The checklists of versions that are still to come; what is in force has its own beside its page.
  static func versionJobs(_ site: Site) -> [PageJob] {
    site.versionPlaces(of: .procedure).filter { place in
      place.file == 0 && site.issued[place.document].key(of: place.version, on: site.facts.today) == .scheduled
    }.map { place in
      PageJob(address(place.address), place.language) { view in
        let reading = VersionReading(place, view)
        var head = reading.head
        head.heading += " · " + view.strings[.checklist]
        head.crumbs[head.crumbs.count - 1].href = view.href(place.address)
        head.crumbs.append(LinkView(text: view.strings[.checklist]))
        var page = ChecklistPage(reading.article, DocumentHead(reading.article, reading.inner))
        page.status = reading.status
        page.sheet = reading.sheet(page.sheet)
        return Page(head, ChecklistPage.schema, page)
      }
    }
  }
}
