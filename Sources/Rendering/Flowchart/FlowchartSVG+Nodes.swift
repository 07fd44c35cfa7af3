extension FlowchartSVG {
  /// Writes a box, bar or pill with its text, as a link when it leads somewhere.
  mutating func writeNode(_ box: FlowchartLayout.Box) {
    let node = chart.nodes[box.node]
    openLink(node.href)
    switch node.kind {
    case .step:
      if box.text.isCut { writeTitle(node.text) }
      writeRectangle(box, radius: 4, isDashed: node.isOptional)
      writeBoxText(box, node)
    case .decision(let condition):
      if box.text.isCut || box.condition.isCut {
        writeTitle(condition.isEmpty ? node.text : node.text + " — " + condition)
      }
      writeNotchedBox(box, isDashed: node.isOptional)
      writeBoxText(box, node)
    case .external:
      if box.text.isCut { writeTitle(node.reference) }
      writeTurnedBox(x: box.x, y: box.y, width: box.width, height: box.height)
      writeBoxText(box, node)
    case .pause(let name): writeBar(box, name)
    case .start, .end:
      if box.text.isCut { writeTitle(node.text) }
      writeRectangle(box, radius: 14, isDashed: false)
      writePillText(box)
    }
    closeLink(node.href)
  }

  /// Writes a reference beside its step.
  mutating func writeReference(_ reference: FlowchartTracks.Reference) {
    let node = chart.nodes[reference.node]
    openLink(node.href)
    if reference.text.isCut { writeTitle(node.reference) }
    let x = layout.laneEnd + 26
    let width = FlowchartLayout.pixels(reference.text.width, letter: FlowchartLayout.labelLetter) + 18
    let top = reference.y - reference.height / 2
    writeTurnedBox(x: x, y: top, width: width, height: reference.height)
    put("<text x=\"")
    put(x + 6)
    put("\" y=\"")
    put(top + 17)
    put("\" font-size=\"12\">")
    writeLines(reference.text, x: x + 6, step: FlowchartLayout.labelLine)
    put("</text>")
    closeLink(node.href)
  }

  private mutating func openLink(_ href: String) {
    guard !href.isEmpty else { return }
    put("<a href=\"")
    put(escaped: href)
    put("\">")
  }

  private mutating func closeLink(_ href: String) {
    if !href.isEmpty { put("</a>") }
  }

  /// The number in bold, then the text; the number has a column of its own where lanes are wide.
  private mutating func writeBoxText(_ box: FlowchartLayout.Box, _ node: Flowchart.Node) {
    let natural = FlowchartLayout.line * max(box.text.lines.count, 1) + conditionHeight(box)
    let number = layout.numberWidth(node)
    let x = layout.hangsNumbers ? box.textX - number : box.textX
    put("<text x=\"")
    put(x)
    put("\" y=\"")
    put(box.y + (box.height - natural) / 2 + 14)
    put("\">")
    if number > 0 {
      put("<tspan font-weight=\"600\">")
      writeNumber(node.label)
      put("</tspan>")
    }
    writeFirstLine(box, x: x + number, needsPlace: number > 0)
    writeCondition(box)
    put("</text>")
  }

  private func conditionHeight(_ box: FlowchartLayout.Box) -> Int {
    box.condition.lines.isEmpty ? 0 : 2 + FlowchartLayout.labelLine * box.condition.lines.count
  }

  /// A number that would fill the box is cut.
  private mutating func writeNumber(_ label: String) {
    guard FlowchartText.width(of: label) > 380 else { return put(escaped: label) }
    var shown = ""
    var width = 100
    for scalar in label.unicodeScalars {
      width += FlowchartText.width(of: scalar.value)
      if width > 380 { break }
      shown.unicodeScalars.append(scalar)
    }
    put(escaped: shown)
    put("…")
  }

  private mutating func writeFirstLine(_ box: FlowchartLayout.Box, x: Int, needsPlace: Bool) {
    guard !box.text.lines.isEmpty else { return }
    if needsPlace {
      put("<tspan x=\"")
      put(x)
      put("\">")
      writeLine(layout.text.lines[box.text.lines.lowerBound])
      put("</tspan>")
    } else {
      writeLine(layout.text.lines[box.text.lines.lowerBound])
    }
    for index in box.text.lines.dropFirst() {
      writeSpan(index, x: box.textX, step: FlowchartLayout.line)
    }
  }

  private mutating func writeSpan(_ line: Int, x: Int, step: Int) {
    put("<tspan x=\"")
    put(x)
    put("\" dy=\"")
    put(step)
    put("\">")
    writeLine(layout.text.lines[line])
    put("</tspan>")
  }

  /// A condition without a line of its own stands under the action in smaller letters.
  private mutating func writeCondition(_ box: FlowchartLayout.Box) {
    guard !box.condition.lines.isEmpty else { return }
    put("<tspan class=\"fc-if\" font-size=\"12\" fill=\"#444\">")
    for index in box.condition.lines {
      let isFirst = index == box.condition.lines.lowerBound
      writeSpan(index, x: box.textX, step: FlowchartLayout.labelLine + (isFirst ? 3 : 0))
    }
    put("</tspan>")
  }

  private mutating func writePillText(_ box: FlowchartLayout.Box) {
    put("<text text-anchor=\"middle\" x=\"")
    put(box.centre)
    put("\" y=\"")
    put(box.y + 19)
    put("\">")
    writeLines(box.text, x: box.centre, step: 0)
    put("</text>")
  }
}

// MARK: - Outlines

extension FlowchartSVG {
  private mutating func writeRectangle(_ box: FlowchartLayout.Box, radius: Int, isDashed: Bool) {
    put("<rect x=\"")
    put(box.x)
    put("\" y=\"")
    put(box.y)
    put("\" width=\"")
    put(box.width)
    put("\" height=\"")
    put(box.height)
    put("\" rx=\"")
    put(radius)
    closeOutline(isDashed: isDashed)
  }

  /// Ends the outline of a node; an optional step is dashed.
  private mutating func closeOutline(isDashed: Bool) {
    put(isDashed ? "\" fill=\"#fff\" stroke=\"#000\" stroke-dasharray=\"4 3\"/>" : "\" fill=\"#fff\" stroke=\"#000\"/>")
  }

  /// A box with a notch on each side where branches leave.
  private mutating func writeNotchedBox(_ box: FlowchartLayout.Box, isDashed: Bool) {
    put("<path d=\"")
    move(box.x + 4, box.y)
    put("h")
    put(box.width - 8)
    put("q4 0 4 4")
    if let notch = box.notchRight {
      put("V")
      put(notch - 6)
      put("l-6 6 6 6")
    }
    put("V")
    put(box.bottom - 4)
    put("q0 4-4 4h")
    put(8 - box.width)
    put("q-4 0-4-4")
    if let notch = box.notchLeft {
      put("V")
      put(notch + 6)
      put("l6-6-6-6")
    }
    put("V")
    put(box.y + 4)
    put("q0-4 4-4z")
    closeOutline(isDashed: isDashed)
  }

  /// A box whose upper right corner is turned down.
  private mutating func writeTurnedBox(x: Int, y: Int, width: Int, height: Int) {
    put("<path d=\"")
    move(x, y)
    put("h")
    put(width - 8)
    put("l8 8v")
    put(height - 8)
    put("h")
    put(-width)
    put("zm")
    put(width - 8)
    put(" 0v8h8")
    closeOutline(isDashed: false)
  }

  /// A pause point: a bar across all lanes with the sign for a pause.
  private mutating func writeBar(_ box: FlowchartLayout.Box, _ name: String) {
    put("<g class=\"fc-pause\">")
    if box.text.isCut { writeTitle(name) }
    put("<path fill=\"#ddd\" stroke=\"#000\" d=\"")
    move(box.x, box.y)
    put("h")
    put(box.width)
    put("v")
    put(box.height)
    put("h")
    put(-box.width)
    put("z\"/><path stroke=\"#000\" stroke-width=\"3\" d=\"")
    move(box.x + 14, box.y + 10)
    put("v10m6-10v10\"/>")
    if !box.text.lines.isEmpty {
      put("<text font-weight=\"600\" x=\"")
      put(box.textX)
      put("\" y=\"")
      put(box.y + 20)
      put("\">")
      writeLines(box.text, x: box.textX, step: 0)
      put("</text>")
    }
    put("</g>")
  }
}
