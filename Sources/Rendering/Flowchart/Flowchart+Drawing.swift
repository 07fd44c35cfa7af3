extension Flowchart {
  /// Draws the chart as one SVG element for a page.
  ///
  /// The element bears the classes of `templates/assets/flowchart.css` and, for paper, the same in black, white and grey
  /// as attributes. O(n log n) in nodes and lines.
  ///
  /// - Parameters:
  ///   - title: the name of the chart, such as the procedure's title.
  ///   - description: one sentence that says where the same is told in words.
  ///   - prefix: what the two identifiers of the element begin with, in ASCII letters and digits; unique in the page.
  ///   - bytes: the page so far.
  package func svg(title: String, description: String, prefix: String = "fc", into bytes: inout [UInt8]) {
    var drawing = FlowchartSVG(layout: FlowchartLayout(self), out: [])
    swap(&drawing.out, &bytes)
    drawing.reserve(1024 + 400 * nodes.count)
    drawing.write(title: title, description: description, prefix: prefix)
    swap(&drawing.out, &bytes)
  }
}
