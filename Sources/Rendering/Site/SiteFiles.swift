internal import Diagnostics
internal import Procedures

/// One file of the site that is made without a template.
package struct FileJob: Sendable {
  /// Where it goes.
  package let address: Address
  /// Its path below the site.
  package var path: String { address.path }
  /// In how many parts it is made, at least 1.
  package let parts: Int
  /// Makes one of its parts at the end of some bytes; pure, so that parts can be made in any order and side by side.
  package let make: @Sendable (Site, _ part: Int, _ out: inout [UInt8]) -> Void
  /// What the page about the build calls it; nil for what is not for readers.
  let word: Word?
  /// The language of its text, where it has one.
  let language: Language?

  init(
    _ address: Address, _ word: Word?, _ language: Language? = nil, parts: Int = 1,
    make: @escaping @Sendable (Site, Int, inout [UInt8]) -> Void
  ) {
    self.address = address
    self.parts = parts
    self.word = word
    self.language = language
    self.make = make
  }
}

extension Site {
  /// The files besides pages and assets, in a fixed order: the register as CSV, the model as JSON, and the sitemap where
  /// handbook.yml says where the site is (spec/site.md, Addresses).
  package var files: [FileJob] {
    var files = languages.map { language in
      FileJob(RegisterFile.address(self, language), .register, language) { RegisterFile.write($0, language, into: &$2) }
    }
    // The addresses of all pages are sorted out once and not once a part.
    let pages = pagesOfArticles
    let parts = ModelJSON.parts(of: handbook)
    files.append(
      FileJob(Address("data/handbook.json"), .model, parts: parts.count) { site, part, out in
        ModelJSON(site.handbook, showsPeople: site.facts.showsPeople) { pages[Int($0.index)].map(\.path) }.write(
          parts[part], into: &out)
      })
    return files + Sitemap.files(self) + Feed.files(self) + StateScripts.files(self)
  }
}

/// The addresses of all pages for search engines (sitemaps.org 0.9).
enum Sitemap {
  /// The most addresses of one file.
  static let longest = 50_000

  /// The sitemap; several with an index when there are too many pages; none where the address of the site is not known.
  static func files(_ site: Site) -> [FileJob] {
    guard let base = site.base else { return [] }
    let pages = site.pages.map(\.address).filter { $0 != Place.notFound.address }
    let parts = ListPart.parts(of: pages.count, each: longest)
    let main = Address("sitemap.xml")
    if parts.count == 1 { return [FileJob(main, .sitemap) { write("urlset", "url", base, pages[...], &$2) }] }
    let addresses = parts.map { Address("sitemap-\($0.number).xml") }
    let index = FileJob(main, .sitemap) { write("sitemapindex", "sitemap", base, addresses[...], &$2) }
    return [index]
      + zip(parts, addresses).map { part, address in
        FileJob(address, nil) { write("urlset", "url", base, pages[part.rows], &$2) }
      }
  }

  private static func write(
    _ list: String, _ entry: String, _ base: String, _ addresses: ArraySlice<Address>, _ bytes: inout [UInt8]
  ) {
    bytes += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
    bytes += "<\(list) xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".utf8
    for address in addresses {
      bytes += "<\(entry)><loc>".utf8
      append(base + address.link, &bytes)
      bytes += "</loc></\(entry)>\n".utf8
    }
    bytes += "</\(list)>\n".utf8
  }

  /// An address in ASCII, with what XML does not take as it stands.
  private static func append(_ text: String, _ bytes: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case 0x26: bytes += "&amp;".utf8
      case 0x27: bytes += "&apos;".utf8
      case 0x22, 0x3C, 0x3E, ...0x20, 0x7F...:
        bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
  }
}
