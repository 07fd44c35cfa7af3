import CCMark
import Diagnostics
import Foundation
import Markdown

/// libcmark's own renderer, with Handrail's differences made on libcmark's tree: the tree is changed, never the HTML.
enum Oracle {
  /// The HTML of libcmark as it is.
  static func plain(_ text: String) -> String {
    render(text) { _ in }
  }

  /// The HTML with raw HTML as escaped text, comments dropped, and links of other schemes as their text.
  static func differing(_ text: String) -> String {
    render(text) { root in
      for node in nodes(root) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HTML_INLINE: showInline(node)
        case CMARK_NODE_HTML_BLOCK: showBlock(node)
        case CMARK_NODE_LINK, CMARK_NODE_IMAGE: filter(node)
        default: break
        }
      }
    }
  }

  private static func render(_ text: String, _ change: (OpaquePointer) -> Void) -> String {
    guard let root = cmark_parse_document(text, text.utf8.count, CMARK_OPT_DEFAULT) else { return "" }
    defer { cmark_node_free(root) }
    change(root)
    guard let html = cmark_render_html(root, CMARK_OPT_UNSAFE) else { return "" }
    defer { free(html) }
    return String(cString: html)
  }

  private static func nodes(_ root: OpaquePointer) -> [OpaquePointer] {
    var found: [OpaquePointer] = []
    let iterator = cmark_iter_new(root)
    while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
      if cmark_iter_get_event_type(iterator) == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) {
        found.append(node)
      }
    }
    cmark_iter_free(iterator)
    return found
  }

  private static func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  private static func showInline(_ node: OpaquePointer) {
    let text = cmark_node_new(CMARK_NODE_TEXT)
    cmark_node_set_literal(text, literal(node).hasPrefix("<!--") ? "" : literal(node))
    cmark_node_replace(node, text)
    cmark_node_free(node)
  }

  private static func showBlock(_ node: OpaquePointer) {
    let shown = literal(node).replacing(/<!--[\s\S]*?(?:-->|$)/.dotMatchesNewlines(), with: "")
    let comment = shown.replacingOccurrences(of: "<!-->", with: "")
    let trimmed = comment.replacing(/[ \r\n]+$/, with: "")
    if trimmed.allSatisfy(\.isWhitespace) {
      cmark_node_set_literal(node, "")
      cmark_node_unlink(node)
    } else {
      cmark_node_set_literal(node, "<p>\(escaped(trimmed))</p>\n")
    }
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  /// The text of an image as libcmark's renderer writes it into `alt`.
  private static func alternative(_ image: OpaquePointer) -> String {
    nodes(image).map { node in
      switch cmark_node_get_type(node) {
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: " "
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: literal(node)
      case CMARK_NODE_HTML_INLINE: literal(node).hasPrefix("<!--") ? "" : literal(node)
      default: ""
      }
    }.joined()
  }

  private static func filter(_ node: OpaquePointer) {
    let url = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
    guard let colon = url.firstIndex(where: { ":/?#\\".contains($0) }), url[colon] == ":" else { return }
    if ["http", "https", "mailto", "tel"].contains(url[..<colon].lowercased()) { return }
    if cmark_node_get_type(node) == CMARK_NODE_IMAGE {
      let text = cmark_node_new(CMARK_NODE_TEXT)
      cmark_node_set_literal(text, alternative(node))
      cmark_node_insert_before(node, text)
    } else {
      while let child = cmark_node_first_child(node) { cmark_node_insert_before(node, child) }
    }
    cmark_node_unlink(node)
  }
}

/// The HTML of a whole document by Handrail's writer.
func html(_ text: String, decoration: HTMLWriter.Decoration = .none) -> String {
  let (document, _) = parsed(Array(text.utf8))
  return html(document, decoration: decoration)
}

func html(_ document: Document, decoration: HTMLWriter.Decoration = .none) -> String {
  var out: [UInt8] = []
  let writer = HTMLWriter(document, decoration: decoration)
  writer.write(document.blocks, into: &out)
  writer.writeFootnotes(into: &out)
  return String(decoding: out, as: UTF8.self)
}

func parsed(_ bytes: [UInt8], from start: Int = 0) -> (Document, [Diagnostic]) {
  var found: [Diagnostic] = []
  let document = Document(parsing: SourceFile(path: "a.md", bytes: bytes), from: start, diagnostics: &found)
  return (document, found)
}

func parsed(_ text: String) -> Document { parsed(Array(text.utf8)).0 }
