extension FlowchartSVG {
  /// Writes all lines: those from row to row as one path, those beside the lanes as another.
  mutating func writeEdges() {
    put("<g fill=\"none\" stroke=\"#000\" stroke-linejoin=\"round\">")
    if !layout.directs.isEmpty {
      put("<path class=\"fc-edge\" d=\"")
      for direct in layout.directs { writeDirect(direct) }
      put("\"/>")
    }
    if !layout.ahead.isEmpty || !layout.back.isEmpty {
      put("<path class=\"fc-edge fc-loop\" d=\"")
      for track in layout.ahead.tracks { writeTrack(track, isAhead: true) }
      for track in layout.back.tracks { writeTrack(track, isAhead: false) }
      for reference in layout.back.references { writeReferenceLine(reference) }
      put("\"/>")
    }
    put("</g>")
  }

  /// Straight down, or down, across and down.
  private mutating func writeDirect(_ direct: FlowchartLayout.Direct) {
    let x = layout.directX(direct.row)
    let end = layout.boxes[direct.row + 1].y
    move(x.from, layout.boxes[direct.row].bottom)
    if x.from != x.to {
      let isRight = x.to > x.from
      put("V")
      put(end - 19)
      put(isRight ? "q0 6 6 6H" : "q0 6-6 6H")
      put(isRight ? x.to - 6 : x.to + 6)
      put(isRight ? "q6 0 6 6" : "q-6 0-6 6")
    }
    put("V")
    put(end - 1)
    put("m-4-5l4 5 4-5")
  }

  /// Out of the lanes, along the track, and back.
  private mutating func writeTrack(_ track: FlowchartTracks.Track, isAhead: Bool) {
    let track = (
      from: track.fromY, to: track.toY, x: layout.trackX(track.level, isAhead: isAhead),
      start: side(track.from, isAhead: isAhead, y: track.fromY), end: side(track.to, isAhead: isAhead, y: nil)
    )
    let isDown = track.to > track.from
    move(track.start, track.from)
    put("H")
    put(isAhead ? track.x + 6 : track.x - 6)
    switch (isAhead, isDown) {
    case (true, true): put("q-6 0-6 6V")
    case (true, false): put("q-6 0-6-6V")
    case (false, true): put("q6 0 6 6V")
    case (false, false): put("q6 0 6-6V")
    }
    put(isDown ? track.to - 6 : track.to + 6)
    switch (isAhead, isDown) {
    case (true, true): put("q0 6 6 6H")
    case (true, false): put("q0-6 6-6H")
    case (false, true): put("q0 6-6 6H")
    case (false, false): put("q0-6-6-6H")
    }
    put(isAhead ? track.end - 1 : track.end + 1)
    put(isAhead ? "m-5-4l5 4-5 4" : "m5-4l-5 4 5 4")
  }

  private mutating func writeReferenceLine(_ reference: FlowchartTracks.Reference) {
    move(side(reference.row, isAhead: false, y: reference.y), reference.y)
    put("H")
    put(layout.laneEnd + 25)
    put("m-5-4l5 4-5 4")
  }

  /// The side of a row's box, or the depth of its notch at this height.
  private func side(_ row: Int, isAhead: Bool, y: Int?) -> Int {
    let box = layout.boxes[row]
    let depth = y != nil && (isAhead ? box.notchLeft : box.notchRight) == y ? 6 : 0
    return isAhead ? box.x + depth : box.x + box.width - depth
  }

  /// Writes a dot in the lane of everyone else who takes part, tied to the step by a dotted line.
  mutating func writeParticipants() {
    let rows = layout.boxes.indices.filter { layout.hasDots($0) }
    guard !rows.isEmpty else { return }
    put("<path class=\"fc-tie\" stroke=\"#666\" stroke-dasharray=\"1 3\" d=\"")
    for row in rows { writeTies(layout.boxes[row]) }
    put("\"/><path class=\"fc-dot\" stroke=\"#000\" stroke-width=\"7\" stroke-linecap=\"round\" d=\"")
    for row in rows {
      let box = layout.boxes[row]
      for lane in chart.nodes[box.node].others where layout.isOther(lane, of: box.node) {
        move(centre(lane), box.dotY)
        put("h0")
      }
    }
    put("\"/>")
  }

  private mutating func writeTies(_ box: FlowchartLayout.Box) {
    let own = layout.lane(of: box.node)
    var first = own
    var last = own
    for lane in chart.nodes[box.node].others where layout.isOther(lane, of: box.node) {
      first = min(first, lane)
      last = max(last, lane)
    }
    if first < own { writeTie(from: box.x, to: centre(first), y: box.dotY) }
    if last > own { writeTie(from: box.x + box.width, to: centre(last), y: box.dotY) }
  }

  private mutating func writeTie(from: Int, to: Int, y: Int) {
    move(from, y)
    put("H")
    put(to)
  }

  private func centre(_ lane: Int) -> Int { layout.laneX + lane * layout.laneWidth + layout.laneWidth / 2 }
}
