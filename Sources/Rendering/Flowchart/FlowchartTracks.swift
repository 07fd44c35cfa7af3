/// The lines that run beside the lanes, on one side: each gets a track, shorter ones nearer to the lanes, and two
/// places to dock.
///
/// The two ends of a track are ports. From top to bottom a row's ports are: lines that go up (nearest track first), lines
/// from the row to itself, lines that go down (furthest track first), references. In this order no line on this side
/// crosses another one of its own row, and lines that meet in a row may share a track.
struct FlowchartTracks {
  /// One line beside the lanes.
  struct Track {
    var edge: Int
    /// The rows that it leaves and enters.
    var from: Int
    var to: Int
    /// 0 is nearest to the lanes.
    var level = 0
    var fromY = 0
    var toY = 0
    var label = FlowchartText.Block.empty

    var top: Int { min(from, to) }
    var bottom: Int { max(from, to) }
    /// The first and last position that it takes; every row has three: for lines up, to itself, and down.
    var positions: ClosedRange<Int> { top == bottom ? 3 * top + 1...3 * top + 1 : 3 * top + 2...3 * bottom }
  }

  /// Another document beside the step that refers to it.
  struct Reference {
    var edge: Int
    var node: Int
    var row: Int
    var y = 0
    var label = FlowchartText.Block.empty
    var text = FlowchartText.Block.empty

    /// The height of the box.
    var height: Int { 10 + 15 * max(text.lines.count, 1) }
  }

  /// Where a line touches the side of a row.
  struct Port {
    enum Owner {
      case leaving(Int)
      case entering(Int)
      case reference(Int)
    }
    var row: Int
    var order: Int
    var owner: Owner
    /// The room that its label needs above and below the line.
    var above: Int
    var below: Int

    var leaves: Bool {
      switch owner {
      case .leaving, .reference: true
      case .entering: false
      }
    }
  }

  var tracks: [Track] = []
  var references: [Reference] = []
  private(set) var ports: [Port] = []
  private(set) var levels = 0

  var isEmpty: Bool { tracks.isEmpty && references.isEmpty }

  /// Gives every line its track. O(n log n).
  mutating func assignLevels(rows: Int) {
    guard !tracks.isEmpty else { return }
    if tracks.count > 1 {
      let byLength = tracks.indices.sorted {
        (tracks[$0].positions.count, tracks[$0].top, $0) < (tracks[$1].positions.count, tracks[$1].top, $1)
      }
      var heights = RangeMaximum(count: 3 * rows)
      for index in byLength {
        let level = heights.maximum(in: tracks[index].positions)
        tracks[index].level = level
        levels = max(levels, level + 1)
        heights.raise(tracks[index].positions, to: level + 1)
      }
    } else {
      levels = 1
    }
  }

  /// Lists the ports from top to bottom. O(n log n).
  mutating func listPorts() {
    ports.reserveCapacity(2 * tracks.count + references.count)
    for (index, track) in tracks.enumerated() {
      let above = 6 + 15 * track.label.lines.count
      let isUp = track.to < track.from
      let up = track.top == track.bottom ? 2 * levels + track.level : track.level
      let down = (track.top == track.bottom ? 2 * levels : 4 * levels) - track.level - 1
      let order = (from: isUp || track.to == track.from ? up : down, to: isUp || track.to == track.from ? down : up)
      ports.append(Port(row: track.from, order: order.from, owner: .leaving(index), above: above, below: 6))
      ports.append(Port(row: track.to, order: order.to, owner: .entering(index), above: 6, below: 6))
    }
    for (index, reference) in references.enumerated() {
      let half = reference.height / 2 + 1
      let above = half + 15 * reference.label.lines.count
      let order = 4 * levels + index
      ports.append(Port(row: reference.row, order: order, owner: .reference(index), above: above, below: half))
    }
    ports.sort { ($0.row, $0.order) < ($1.row, $1.order) }
  }

  /// Notes where a port came to lie.
  mutating func place(_ port: Port, at y: Int) {
    switch port.owner {
    case .leaving(let index): tracks[index].fromY = y
    case .entering(let index): tracks[index].toY = y
    case .reference(let index): references[index].y = y
    }
  }
}

/// Numbers in a row of which stretches are raised and asked for their maximum, each in logarithmic time.
struct RangeMaximum {
  private let size: Int
  /// The maximum below each node, and what its whole stretch was raised to.
  private var best: [Int]
  private var whole: [Int]

  /// So many zeros.
  init(count: Int) {
    var size = 1
    while size < count { size *= 2 }
    self.size = size
    best = Array(repeating: 0, count: 2 * size)
    whole = best
  }

  /// The largest number in a stretch.
  func maximum(in range: ClosedRange<Int>) -> Int { maximum(range, 1, 0, size) }

  /// Raises every number of a stretch to at least this.
  mutating func raise(_ range: ClosedRange<Int>, to value: Int) { raise(range, value, 1, 0, size) }

  private func maximum(_ range: ClosedRange<Int>, _ node: Int, _ low: Int, _ count: Int) -> Int {
    if range.upperBound < low || range.lowerBound >= low + count { return 0 }
    if range.lowerBound <= low, low + count - 1 <= range.upperBound { return best[node] }
    let half = count / 2
    let left = maximum(range, 2 * node, low, half)
    return max(whole[node], left, maximum(range, 2 * node + 1, low + half, half))
  }

  private mutating func raise(_ range: ClosedRange<Int>, _ value: Int, _ node: Int, _ low: Int, _ count: Int) {
    if range.upperBound < low || range.lowerBound >= low + count { return }
    best[node] = max(best[node], value)
    if range.lowerBound <= low, low + count - 1 <= range.upperBound {
      whole[node] = max(whole[node], value)
      return
    }
    let half = count / 2
    raise(range, value, 2 * node, low, half)
    raise(range, value, 2 * node + 1, low + half, half)
  }
}
