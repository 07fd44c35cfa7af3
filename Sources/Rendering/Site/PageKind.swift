package import Diagnostics
package import Templates

/// One kind of page: its template, what the template may name, and which pages of the kind a site has.
package struct PageKind: Sendable {
  /// The name of the template; also the class of the page.
  package let template: String
  /// What the template may name besides the frame that all pages share.
  package let shape: Shape
  /// The pages of this kind, in a fixed order.
  package let jobs: @Sendable (Site) -> [PageJob]

  /// Describes a kind of page.
  ///
  /// - Parameters:
  ///   - template: the name of the template.
  ///   - shape: the shape of the page's view.
  ///   - jobs: where its pages are and how each is made.
  package init(_ template: String, _ shape: Shape, jobs: @escaping @Sendable (Site) -> [PageJob]) {
    self.template = template
    self.shape = shape
    self.jobs = jobs
  }
}

/// One page that is to be made: where it goes and how its content is found.
package struct PageJob: Sendable {
  /// Where the page goes.
  package let address: Address
  /// The language of its interface.
  package let language: Language
  /// Makes its content; pure, so that pages can be made in any order and side by side.
  package let make: @Sendable (Viewpoint) -> Page
  /// The template; set by the kind.
  var template = ""

  /// Plans a page.
  package init(_ address: Address, _ language: Language, make: @escaping @Sendable (Viewpoint) -> Page) {
    self.address = address
    self.language = language
    self.make = make
  }
}

/// The content of a page: what its frame needs, and the record of its own view.
package struct Page: Sendable {
  /// What the frame shows of it.
  package var head: PageHead
  /// The values of its view, in the order of its kind's shape.
  package var record: Record

  /// Pairs the two.
  package init(_ head: PageHead, _ record: Record) {
    self.head = head
    self.record = record
  }
}

/// What the frame around a page shows of it.
package struct PageHead: Sendable {
  /// The heading.
  package var heading: String
  /// The title of the window without the handbook's; nil for the heading.
  package var title: String?
  /// One sentence for search engines.
  package var description: String?
  /// The entry of the menu that it belongs to.
  package var place: Place?
  /// The way to it from the home page, which is not part of it; the last one is the page itself and has no address.
  package var crumbs: [LinkView] = []
  /// The same page in other languages.
  package var languages: [LanguageView] = []
  /// What a reader must know before reading.
  package var banner: BannerView?

  /// A page under its heading.
  package init(_ heading: String, place: Place? = nil, crumbs: [LinkView] = []) {
    self.heading = heading
    self.place = place
    self.crumbs = crumbs
  }
}
