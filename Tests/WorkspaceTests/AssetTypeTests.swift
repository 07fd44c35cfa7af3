import Diagnostics
import Testing
import Workspace

@Suite struct AssetTypeTests {
  private func check(_ name: String, _ text: String) -> String? { AssetType.check(name, Array(text.utf8))?.message.en }

  @Test func namesAndBytesMustAgree() {
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]
    #expect(AssetType.check("a.png", png) == nil && AssetType.check("图/A.PNG", png) == nil)
    #expect(AssetType.check("a.jpg", png)?.rule == .assetType)
    #expect(AssetType.check("a.jpeg", [0xFF, 0xD8, 0xFF, 0xE0]) == nil)
    #expect(check("a.gif", "GIF89a...") == nil && check("a.webp", "RIFF1234WEBPVP8 ") == nil)
    #expect(AssetType.check("a.avif", Array("\0\0\0\u{1C}ftypavif\0\0\0\0mif1".utf8)) == nil)
    #expect(AssetType.check("a.avif", Array("\0\0\0\u{18}ftypmif1\0\0\0\0avif".utf8)) == nil)
    #expect(AssetType.check("a.avif", Array("\0\0\0\u{18}ftypheic\0\0\0\0mif1".utf8)) != nil)
    #expect(check("a.pdf", "%PDF-1.7") == nil && check("a.pdf", "x%PDF-1.7") != nil)
    #expect(check("a.docx", "PK\u{3}\u{4}....[Content_Types].xml") == nil && check("a.docx", "PK\u{3}\u{4}") != nil)
    #expect(check("a.csv", "编号,名称\n") == nil && check("a.csv", "a\0b") != nil)
    #expect(AssetType.check("a.csv", [0xB1, 0xE0, 0xBA, 0xC5]) == nil, "GBK of spreadsheets")
    for name in ["a.png", "a.jpg", "a.pdf", "a.mp4", "a.zip", "a.svg", "a.txt"] where name != "a.txt" {
      #expect(AssetType.check(name, []) != nil)
    }
  }

  @Test func pagesUnderAnotherNameAreRefused() {
    let page = "\u{FEFF}\n <!DOCTYPE html><script>alert(1)</script>"
    for name in ["pic.png", "a.txt", "a.csv", "a.md", "a.json"] {
      #expect(check(name, page)?.contains("HTML") == true)
    }
    #expect(check("a.txt", "<ScRiPt src=x>")?.contains("HTML") == true)
    #expect(check("a.txt", "3 < 4, <见附件>") == nil)
  }

  @Test func unknownTypesAreRefused() {
    for name in ["a.html", "a.js", "a.exe", "a", "x.png/a", "a.svgz", ".png.", "a.xml", "a.css"] {
      #expect(AssetType.check(name, [1]) != nil, "\(name)")
    }
  }
}

@Suite struct SVGInspectionTests {
  private let open = #"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">"#

  private func check(_ svg: String) -> Diagnostic? { AssetType.check("a.svg", Array(svg.utf8)) }

  @Test func drawingsPass() {
    let drawing = """
      \u{FEFF}<?xml version="1.0" encoding="UTF-8" standalone="no"?>
      <!-- by hand -->
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
        xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox='0 0 10 10'
        inkscape:export-filename="C:\\temp\\a.png">
        <title>平面图 &amp; 出口 &#x2192;</title>
        <style><![CDATA[.a { fill: url("#g") }]]></style>
        <defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs>
        <inkscape:grid type="xy"/>
        <g style="fill:url(#g)"><path d="M0 0"/><use xlink:href="#g"/></g>
      </svg>

      """
    #expect(check(drawing) == nil)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<g onload='x'/>", "<g ONCLICK='x'/>", "<foreignObject/>", "<a href='#x'/>",
    "<use href='http://evil.example/x.svg#a'/>", "<use xlink:href='x.svg#a'/>",
    "<image href='data:image/png;base64,'/>",
    "<use href='&#106;avascript:x'/>", "<use href=' //evil.example'/>", "<g style='fill:url(http://e)'/>",
    "<g fill='url( \"//e\")'/>", "<g style='a:\\75rl(x)'/>", "<style>@import 'x'</style>",
    "<style>@im<!-- x -->port 'x'</style>", "<style>@im<![CDATA[port]]> 'x'</style>", "<style>&#64;import 'x'</style>",
    "<style>a{b:url(http://e)}</style>", "<style><g/></style>", "<animate attributeName='href' to='javascript:x'/>",
    "<set/>", "<x:script xmlns:x='http://www.w3.org/2000/svg'/>", "<x:g xmlns:x='http://www.w3.org/2000/svg'/>",
    "<rdf:script/>", "<dc:div xmlns:dc='http://www.w3.org/1999/xhtml'/>", "<g xmlns='http://www.w3.org/1999/xhtml'/>",
    "<iframe/>", "<feImage href='#a'/>", "<g>&evil;</g>", "<?php x ?>", "<!--><script>--><g/>", "<!-- a -- b -->",
    "<![CDATA[<script>]]>", "<g a='1' a='2'/>", "<g a=1/>", "<g a/>", "<g></h>", "<g>", "</g>", "]]>", "& ",
    "<g a='<'/>",
    "<g a='1'b='2'/>", "\u{0}", "<名/>",
  ])
  func activeOrBrokenDrawingsAreRefused(inner: String) throws {
    let found = try #require(check("\(open)\n\n\(inner)</svg>"))
    #expect(found.rule == .assetType && found.severity == .error)
    #expect(found.message.en.hasPrefix("line "))
  }

  @Test func theLineIsNamed() {
    #expect(check("\(open)\n\n<script/></svg>")?.message.en == "line 3: the element <script> is not allowed")
  }

  @Test func documentsAroundTheDrawingAreRefused() {
    let drawing = "\(open)</svg>"
    #expect(check(drawing) == nil)
    #expect(check("<!DOCTYPE svg>\(drawing)") != nil)
    #expect(check("<!DOCTYPE svg [<!ENTITY a \"b\">]>\(drawing)") != nil)
    #expect(check("<?xml-stylesheet href='x'?>\(drawing)") != nil)
    #expect(check("<?xml version='1.0' encoding='UTF-16'?>\(drawing)") != nil)
    #expect(check("\(drawing)\(drawing)") != nil)
    #expect(check("\(drawing) text") != nil)
    #expect(check("<svg></svg>") != nil)
    #expect(check("<html xmlns='http://www.w3.org/2000/svg'/>") != nil)
    #expect(AssetType.check("a.svg", [0xFF, 0xFE, 0x3C, 0]) != nil)
    #expect(check(String(repeating: "<g>", count: 200_000)) != nil)
  }
}
