import Diagnostics
import Foundation
import Procedures
import Templates
import Testing

@testable import Rendering

@Suite struct ThemeTests {
  static func file(_ path: String, _ text: String) -> SourceFile { SourceFile(path: path, bytes: Array(text.utf8)) }
  static func builtIn(_ path: String) -> String {
    String(decoding: BuiltInFiles.all.first { $0.path == path }?.bytes ?? [], as: UTF8.self)
  }

  @Test func builtInFilesAreSound() {
    let theme = Theme(digest: SiteSamples.digest)
    #expect(theme.diagnostics == [])
    #expect(theme.library.unused == [])
    for language in Language.allCases {
      for word in Word.allCases { #expect(!theme[language][word].isEmpty, "\(language) \(word.key)") }
    }
  }

  /// `Scripts/embed-templates` was run after the last file came or went.
  @Test func builtInFilesAreThoseOfTheFolder() {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "templates").resolvingSymlinksInPath()
    let found = (FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? [])
      .filter { !$0.hasSuffix(".md") && $0.contains(".") && !$0.hasPrefix(".") }
    #expect(Set(BuiltInFiles.all.map(\.path)) == Set(found.map { "templates/" + $0 }))
  }

  @Test func wrongStrings() {
    let text = Self.builtIn("templates/strings/en.txt").replacing("skip = ", with: "skipp = ") + "home = a\nno sign\n"
    let theme = Theme(files: [Self.file("templates/strings/en.txt", text)], digest: SiteSamples.digest)
    let messages = theme.diagnostics.map(\.message.en)
    #expect(messages.contains { $0.contains("`skipp`") } && messages.contains("missing strings: skip"))
    #expect(messages.contains("`home` stands twice") && messages.contains("this line has no `=`"))
    #expect(theme.diagnostics.allSatisfy { $0.rule == .templateInvalid && $0.path == "templates/strings/en.txt" })
    let wrong = theme.diagnostics.first { $0.message.en.contains("`skipp`") }
    #expect(wrong?.range == SourceRange(0, Array("skipp = Skip to content".utf8).count))
    #expect(wrong?.help?.en == "the nearest is `skip`")
  }

  @Test func ownTemplate() {
    let site = SiteSamples.site(templates: [Self.file("templates/form.mustache", "{{code}} {{heading}} {{t.print}}")])
    #expect(site.theme.diagnostics == [])
    #expect(SiteSamples.page("forms/BD-001/index.html", of: site) == "BD-001 巡场记录表 打印")
    let wrong = Theme(files: [Self.file("templates/form.mustache", "{{codee}}")], digest: SiteSamples.digest)
    #expect(wrong.diagnostics.first?.path == "templates/form.mustache")
  }

  @Test func assets() {
    let own = Self.file("templates/assets/site.css", "a{}")
    let theme = Theme(files: [own, Self.file("templates/assets/wave.svg", "<svg/>")], digest: SiteSamples.digest)
    let hash = SiteSamples.digest(own.bytes).prefix(8)
    #expect(theme.assets.all.contains { $0.path == "assets/site.\(hash).css" && $0.bytes == own.bytes })
    #expect(theme.assets.all.contains { $0.path == "assets/wave.svg" })
    let page = SiteSamples.page("404.html", of: SiteSamples.site(templates: [own]))
    #expect(page.contains("assets/site.\(hash).css"))
  }

  @Test func paperAndColour() {
    var found: [Diagnostic] = []
    let yml = Self.file("content/handbook.yml", "打印: {纸张: A5}\n外观: {颜色: \"#1a5fb4\"}\n")
    let theme = Theme(settings: Settings(parsing: yml, diagnostics: &found), digest: SiteSamples.digest)
    let texts = theme.assets.all.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(texts.contains { $0.contains("size: A5") } && texts.contains { $0.contains("--accent: #1a5fb4") })
  }

  @Test func phrases() {
    let strings = Theme(digest: SiteSamples.digest)[.chinese]
    #expect(strings.phrase(.overdue, "12") == "逾期 12 天")
    #expect(strings.phrase(.overdue) == "逾期 {1} 天")
    #expect(Theme(digest: SiteSamples.digest)[.english][.listComma] == ", ")
  }
}
