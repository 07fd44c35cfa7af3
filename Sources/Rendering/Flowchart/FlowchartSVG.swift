internal import Templates

/// Writes a laid-out chart as SVG: presentation attributes that print as they stand, classes for the site's colours.
///
/// Lines of one kind share one path, since a chart is on every page of a procedure. Arrow heads are strokes of the same
/// path, so no marker needs an identifier.
struct FlowchartSVG {
  let layout: FlowchartLayout
  var out: [UInt8]

  var chart: Flowchart { layout.chart }

  /// Writes the whole element.
  mutating func write(title: String, description: String, prefix: String) {
    openElement(title: title, description: description, prefix: prefix)
    writeLanes()
    writeStages()
    writeEdges()
    writeParticipants()
    writeLabels()
    put("<g class=\"fc-node\">")
    for box in layout.boxes { writeNode(box) }
    for reference in layout.back.references { writeReference(reference) }
    put("</g></svg>")
  }

  /// Makes room for so many bytes, at least doubling it, so that many charts on one page stay linear.
  mutating func reserve(_ count: Int) {
    let needed = out.count + count
    if needed > out.capacity { out.reserveCapacity(max(needed, 2 * out.capacity)) }
  }

  /// A group and not an image: an image may not hold links (WAI-ARIA 1.2, presentational children).
  private mutating func openElement(title: String, description: String, prefix: String) {
    put("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"fc\" role=\"group\" aria-labelledby=\"")
    put(identifier: prefix)
    put("-t ")
    put(identifier: prefix)
    put("-d\" viewBox=\"-1 -1 ")
    put(layout.width + 2)
    put(" ")
    put(layout.height + 2)
    put("\" width=\"")
    put(layout.width + 2)
    put("\" height=\"")
    put(layout.height + 2)
    put("\" font-size=\"13\" font-family=\"PingFang SC,Microsoft YaHei,Noto Sans CJK SC,sans-serif\"><title id=\"")
    put(identifier: prefix)
    put("-t\">")
    put(escaped: title)
    put("</title><desc id=\"")
    put(identifier: prefix)
    put("-d\">")
    put(escaped: description)
    put("</desc>")
  }

  /// The heads and the hairlines between lanes and between stages.
  private mutating func writeLanes() {
    put("<path class=\"fc-lane\" fill=\"none\" stroke=\"#bbb\" d=\"")
    for index in 0...layout.laneCount {
      move(layout.laneX + index * layout.laneWidth, 0)
      put("V")
      put(layout.height)
    }
    for band in layout.bands where layout.hasHairline(band) {
      move(0, layout.boxes[band.row].y - 25)
      put("H")
      put(layout.laneEnd)
    }
    put("\"/>")
    if layout.headHeight > 0 { writeHeads() }
  }

  private mutating func writeHeads() {
    put("<g class=\"fc-text\" text-anchor=\"middle\" font-weight=\"600\">")
    put("<path class=\"fc-head\" fill=\"#eee\" stroke=\"#bbb\" d=\"")
    move(layout.laneX, 0)
    put("H")
    put(layout.laneEnd)
    put("V")
    put(layout.headHeight)
    put("H")
    put(layout.laneX)
    put("z\"/>")
    for (index, head) in layout.heads.enumerated() where !head.lines.isEmpty {
      let x = layout.laneX + index * layout.laneWidth + layout.laneWidth / 2
      let top = (layout.headHeight - head.lines.count * FlowchartLayout.line) / 2
      writeText(head, x: x, y: top + 14, step: FlowchartLayout.line, full: chart.lanes[index].name)
    }
    put("</g>")
  }

  private mutating func writeStages() {
    guard !layout.bands.isEmpty else { return }
    put("<g class=\"fc-stage\" font-size=\"12\" fill=\"#444\">")
    for band in layout.bands {
      let y = layout.boxes[band.row].y + 20
      writeText(band.name, x: 0, y: y, step: 16, full: chart.nodes[band.node].stage ?? "")
    }
    put("</g>")
  }

  /// The conditions on the lines.
  private mutating func writeLabels() {
    put("<g class=\"fc-label\" font-size=\"12\">")
    for direct in layout.directs {
      let from = layout.boxes[direct.row]
      writeLabel(direct.edge, direct.label, x: layout.directX(direct.row).from + 7, y: from.bottom + 15)
    }
    for track in layout.ahead.tracks {
      writeLabel(track.edge, track.label, x: layout.laneX - layout.aheadLabels, above: track.fromY - 6)
    }
    for track in layout.back.tracks {
      writeLabel(track.edge, track.label, x: layout.laneEnd + 8, above: track.fromY - 6)
    }
    for reference in layout.back.references {
      writeLabel(reference.edge, reference.label, x: layout.laneEnd + 8, above: reference.y - reference.height / 2 - 5)
    }
    put("</g>")
  }

  private mutating func writeLabel(_ edge: Int, _ label: FlowchartText.Block, x: Int, above y: Int) {
    writeLabel(edge, label, x: x, y: y - FlowchartLayout.labelLine * (label.lines.count - 1))
  }

  private mutating func writeLabel(_ edge: Int, _ label: FlowchartText.Block, x: Int, y: Int) {
    guard !label.lines.isEmpty else { return }
    writeText(label, x: x, y: y, step: FlowchartLayout.labelLine, full: chart.edges[edge].label ?? "")
  }
}

// MARK: - Pieces

extension FlowchartSVG {
  /// Writes a text element of one or more lines, with the whole text as its title when it was cut.
  mutating func writeText(_ block: FlowchartText.Block, x: Int, y: Int, step: Int, full: String) {
    put("<text x=\"")
    put(x)
    put("\" y=\"")
    put(y)
    put("\">")
    if block.isCut { writeTitle(full) }
    writeLines(block, x: x, step: step)
    put("</text>")
  }

  mutating func writeTitle(_ text: String) {
    put("<title>")
    put(escaped: text)
    put("</title>")
  }

  /// Writes lines, the first where the pen is.
  mutating func writeLines(_ block: FlowchartText.Block, x: Int, step: Int) {
    for index in block.lines {
      if index > block.lines.lowerBound {
        put("<tspan x=\"")
        put(x)
        put("\" dy=\"")
        put(step)
        put("\">")
      }
      writeLine(layout.text.lines[index])
      if index > block.lines.lowerBound { put("</tspan>") }
    }
  }

  mutating func writeLine(_ line: FlowchartText.Line) {
    layout.text.bytes.withUnsafeBufferPointer {
      Escape.html(UnsafeBufferPointer(rebasing: $0[line.start..<line.end]), into: &out)
    }
    if line.isCut { put("…") }
  }

  @inline(__always)
  mutating func move(_ x: Int, _ y: Int) {
    put("M")
    put(x)
    put(" ")
    put(y)
  }

  @inline(__always)
  mutating func put(_ text: StaticString) {
    text.withUTF8Buffer { out.append(contentsOf: $0) }
  }

  /// Writes a whole number; its digits are gathered in one word, the last one highest.
  mutating func put(_ number: Int) {
    var rest = UInt32(truncatingIfNeeded: min(number.magnitude, 99_999_999))
    var digits: UInt64 = 0
    var count = 0
    repeat {
      digits = digits << 8 | UInt64(0x30 + rest % 10)
      rest /= 10
      count += 1
    } while rest > 0
    if number < 0 { out.append(0x2D) }
    withUnsafeBytes(of: digits.littleEndian) { word in
      out.append(contentsOf: UnsafeBufferPointer(rebasing: word.bindMemory(to: UInt8.self)[..<count]))
    }
  }

  /// Writes author text that was not broken into lines, with what XML forbids as blanks.
  mutating func put(escaped text: String) {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0xEF }) else { return Escape.html(text, into: &out) }
    var clean = Array(text.utf8)
    FlowchartText.blankForbidden(&clean, from: 0)
    Escape.html(clean, into: &out)
  }

  /// Writes an identifier of ASCII letters, digits and underscores; everything else becomes a hyphen.
  mutating func put(identifier text: String) {
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: out.append(byte)
      default: out.append(0x2D)
      }
    }
  }
}
