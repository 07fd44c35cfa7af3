package import Diagnostics

/// A Markdown document: blocks and inlines behind four-byte addresses, each with its place in the source.
///
/// Nodes lie in one flat array and their texts in one byte buffer, so that models hold addresses, not trees. Nesting
/// is at most about `SourceScan.deepestTree`, so that later passes may recurse. An address is valid only in its own document.
package struct Document: Sendable {
  /// The text it was read from, unchanged.
  package let source: SourceFile
  let nodes: [Node]
  let text: [UInt8]
  let footnoteRoot: Int32

  /// Reads the body of a file (spec/format.md 8); content problems become findings, never a failure.
  ///
  /// - Parameters:
  ///   - source: the whole file.
  ///   - bodyStart: the first byte after the front matter.
  ///   - diagnostics: receives what is wrong; with an error of rule `limit` or `encoding` the document is empty.
  package init(parsing source: SourceFile, from bodyStart: Int = 0, diagnostics: inout [Diagnostic]) {
    let found = SourceScan.scan(source)
    diagnostics += found
    let isRefused = found.contains { $0.severity == .error }
    var tree = FlatTree()
    if !isRefused {
      let start = min(max(bodyStart, 0), source.bytes.count)
      switch DocumentReader.read(source.bytes, from: start) {
      case .success(let found): tree = found
      case .failure(let fault): diagnostics.append(fault.diagnostic(in: source, from: start))
      }
    }
    self.source = source
    nodes = Self.fitted(tree.nodes)
    text = Self.fitted(tree.text)
    footnoteRoot = tree.footnoteRoot
  }

  /// An exact copy of an array with much room left: documents stay for the whole run.
  private static func fitted<Element>(_ array: [Element]) -> [Element] {
    array.capacity - array.count <= array.count / 6 ? array : array.withUnsafeBufferPointer { Array($0) }
  }

  /// The blocks at the top level, without footnotes.
  package var blocks: Blocks { Blocks(nodes: nodes, firstIndex: nodes[0].first) }

  /// The footnotes that are referred to, by number; each is a `.footnote` block.
  package var footnotes: Blocks {
    Blocks(nodes: nodes, firstIndex: footnoteRoot == 0 ? 0 : nodes[Int(footnoteRoot)].first)
  }

  func slice(_ node: Node) -> ArraySlice<UInt8> { text[Int(node.text)..<Int(node.text + node.textCount)] }
  func firstPart(_ node: Node) -> ArraySlice<UInt8> { text[Int(node.text)..<Int(node.text + node.extra)] }
  func secondPart(_ node: Node) -> ArraySlice<UInt8> {
    text[Int(node.text + node.extra)..<Int(node.text + node.textCount)]
  }
}
