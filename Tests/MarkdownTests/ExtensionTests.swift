import Diagnostics
import Markdown
import Testing

@Suite struct ExtensionTests {
  private func table(_ head: String, _ rows: String...) -> String {
    let body = rows.map { "<tr>\n<td>\($0)</td>\n</tr>\n" }.joined()
    return "<table>\n<thead>\n<tr>\n<th>\(head)</th>\n</tr>\n</thead>\n"
      + (body.isEmpty ? "" : "<tbody>\n\(body)</tbody>\n") + "</table>\n"
  }

  /// A lazy line after a table in a quote is a paragraph of its own.
  @Test func lazyLineAfterATable() {
    #expect(html("> | a |\n> |---|\n| x |\n") == "<blockquote>\n\(table("a"))</blockquote>\n<p>| x |</p>\n")
  }

  /// libcmark takes a table before `---` for a heading.
  @Test func ruleAfterATable() {
    #expect(html("| a |\n|---|\n| b |\n---\nc\n") == table("a", "b") + "<hr />\n<p>c</p>\n")
    #expect(html("| a |\n|---|\n===\n") == table("a", "==="))
  }

  @Test func whatElseEndsATable() {
    #expect(html("| a |\n|---|\n2. b\n") == table("a") + "<ol start=\"2\">\n<li>b</li>\n</ol>\n")
    #expect(html("| a |\n|---|\n    b\n") == table("a") + "<pre><code>b\n</code></pre>\n")
    #expect(html("t\n| a |\n|---|\n") == "<p>t</p>\n" + table("a"))
    #expect(html("- x\n\n  | a |\n  |---|\n  | b |\n- y\n").contains(table("a", "b") + "</li>"))
  }

  @Test func cells() {
    #expect(html("|a|\n|-|\n|甲<br>乙<BR/>丙|\n") == table("a", "甲<br />\n乙<br />\n丙"))
    #expect(html("|a|\n|-|\n|[x][r] 1. # - |\n\n[r]: /u\n") == table("a", "<a href=\"/u\">x</a> 1. # -"))
    #expect(html("|a|\n|-|\n|~~x~~ \\| `\\|`|\n") == table("a", "<del>x</del> | <code>|</code>"))
    let document = parsed("| 时 | `\\|` *b* |\n|--|--|\n| x \\| **y** | z |\n")
    var found: [String] = []
    for row in document.blocks.flatMap({ document.children(of: $0) }) {
      for cell in document.children(of: row) {
        let range = document.range(of: cell).clamped(to: document.source.bytes.count)
        found.append(String(decoding: document.source.bytes[range], as: UTF8.self))
        for leaf in document.leaves(of: cell) {
          let range = document.range(of: leaf).clamped(to: document.source.bytes.count)
          found.append(String(decoding: document.source.bytes[range], as: UTF8.self))
        }
      }
    }
    #expect(found == ["时", "时", "`\\|` *b*", "`\\|`", " ", "b", "x \\| **y**", "x \\| ", "y", "z", "z"])
  }

  @Test func footnotes() {
    let text = "甲[^1]乙\n\n[^1]: 中文说明\n"
    #expect(
      html(text)
        == """
        <p>甲<sup class="footnote-ref"><a href="#fn1" id="fnref1">1</a></sup>乙</p>
        <section class="footnotes">
        <ol>
        <li id="fn1">
        <p>中文说明 <a href="#fnref1" class="footnote-backref">↩</a></p>
        </li>
        </ol>
        </section>

        """)
    #expect(html("[^1]: 说明\n") == "")
    #expect(html("- [^9]: 在列表里\n\nx[^8]: 不在行首\n").contains("<p>x[^8]: 不在行首</p>"))
    #expect(html("1. > [^9]: 在引用里\n").contains("[^9]: 在引用里"))
    #expect(html("[see[^1]](/u)\n\n[^1]: x\n").contains("<a href=\"/u\">see</a>"))
    #expect(html("`[^1]` \\~ `\\~` [^2]\n\n[^1]: x\n") == "<p><code>[^1]</code> ~ <code>\\~</code> [^2]</p>\n")
    #expect(html("```\n[^1]: x\n```\n[^1]\n") == "<pre><code>[^1]: x\n</code></pre>\n<p>[^1]</p>\n")
    #expect(html("a[^1]\n\n[^1]: |x|\n    |-|\n    |y|\n").contains(table("x", "y")))
    #expect(html("a[^1]\n\n[^1]: [b][c]\n\n[c]: /d\n").contains("<a href=\"/d\">b</a>"))
  }

  @Test func alerts() {
    #expect(
      html("> [!WARNING]\n> 烫\n")
        == "<div class=\"markdown-alert markdown-alert-warning\">\n<p class=\"markdown-alert-title\">Warning</p>\n<p>烫</p>\n</div>\n"
    )
    #expect(html("> [!note] x\n") == "<blockquote>\n<p>[!note] x</p>\n</blockquote>\n")
    var decoration = HTMLWriter.Decoration()
    decoration.alertTitle = { $0 == .tip ? Array("提示".utf8) : [] }
    #expect(html("> [!TIP]\n> x\n", decoration: decoration).contains("<p class=\"markdown-alert-title\">提示</p>"))
  }

  @Test func rawHTML() {
    #expect(html("a <b>x</b><!-- c -->\n") == "<p>a &lt;b&gt;x&lt;/b&gt;</p>\n")
    #expect(html("<!-- a\n\nb -->\n") == "")
    #expect(html("<script>alert(1)</script>\n") == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n")
  }

  @Test(arguments: [
    "javascript:x", "JaVaScRiPt:x", "&#106;avascript:x", "javascript&colon;x", "java&#x09;script:x", "data:text/html,x",
    "vbscript:x", "file:///x", "&#1;javascript:x", "%20javascript:x", "步骤:3",
  ])
  func refusedSchemes(_ address: String) {
    #expect(html("[a](\(address)) ![b](\(address))\n") == "<p>a b</p>\n")
    #expect(html("[a][r]\n\n[r]: <\(address)>\n") == "<p>a</p>\n")
  }

  @Test(arguments: [
    "http://a.b", "HTTPS://a.b", "mailto:a@b.c", "tel:110", "a.md", "/a:b", "?a:b", "#a:b", "../甲.md", "",
  ])
  func allowedSchemes(_ address: String) {
    #expect(html("[a](<\(address)>)").hasPrefix("<p><a href=\""))
  }

  @Test func softBreaks() {
    #expect(html("文\n字") == "<p>文字</p>\n")
    #expect(html("文，\n**字**") == "<p>文，<strong>字</strong></p>\n")
    #expect(html("*文*\n字") == "<p><em>文</em>字</p>\n")
    #expect(html("文\na") == "<p>文\na</p>\n")
    #expect(html("“文”\n字") == "<p>“文”字</p>\n")
    #expect(html("한\n글") == "<p>한\n글</p>\n")
    #expect(html("文\n`字`") == "<p>文<code>字</code></p>\n")
  }
}
