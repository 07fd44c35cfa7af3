/// Which routines do which others: finds the circles that would never end.
struct CallGraph {
  /// What happens to the innermost record between a routine's beginning and a call.
  enum Descent {
    /// It stays.
    case stays
    /// It is replaced by one inside it. As records are finite, a circle of such calls ends.
    case descends
    /// It is replaced by one of an outer record, so that the way down may begin anew.
    case leaves

    /// What happens when a section opens records.
    func opening(fromInnermost: Bool) -> Descent {
      self == .leaves || !fromInnermost ? .leaves : .descends
    }
  }

  struct Call {
    let from: Int
    let to: Int
    let descent: Descent
    /// The template with the tag, and the tag's name in it.
    let template: Int
    let range: Range<Int>
  }

  private let calls: [Call]
  private let outgoing: [[Int]]
  /// For each routine the number of its circle; a smaller number is never above a greater one.
  private let circles: [Int]

  init(routines: Int, calls: [Call]) {
    self.calls = calls
    var outgoing: [[Int]] = Array(repeating: [], count: routines)
    for (index, call) in calls.enumerated() { outgoing[call.from].append(index) }
    self.outgoing = outgoing
    circles = Circles(outgoing.map { $0.map { calls[$0].to } }).numbers
  }

  /// The calls that close a circle which need not end, at most one for each circle. Linear in the calls.
  func endless() -> [Call] {
    var reported: Set<Int> = []
    return (calls.filter { $0.descent == .leaves && isInside($0) } + standing())
      .filter { reported.insert(circles[$0.to]).inserted }
  }

  /// The calls at which a chain of includes becomes longer than the limit; circles count with all their members.
  func tooDeep(limit: Int) -> [Call] {
    var sizes: [Int: Int] = [:]
    for circle in circles { sizes[circle, default: 0] += 1 }
    var below: [Int: Int] = [:]
    var found: [Call] = []
    for routine in circles.indices.sorted(by: { (circles[$0], $0) < (circles[$1], $1) }) {
      for call in outgoing[routine].map({ calls[$0] }) where !isInside(call) {
        let depth = (below[circles[call.to]] ?? 0) + sizes[circles[call.to], default: 1]
        if depth == limit + 1 { found.append(call) }
        below[circles[routine]] = max(below[circles[routine]] ?? 0, depth)
      }
    }
    return found
  }

  private func isInside(_ call: Call) -> Bool { circles[call.from] == circles[call.to] }

  /// Calls that lead back to a routine on the same innermost record.
  private func standing() -> [Call] {
    var state = Array(repeating: 0, count: outgoing.count)
    var found: [Call] = []
    for root in outgoing.indices where state[root] == 0 {
      var path = [(routine: root, next: 0)]
      state[root] = 1
      while let (routine, next) = path.last {
        guard next < outgoing[routine].count else {
          state[routine] = 2
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let call = calls[outgoing[routine][next]]
        if call.descent != .stays { continue }
        if state[call.to] == 1 { found.append(call) }
        if state[call.to] == 0 {
          state[call.to] = 1
          path.append((call.to, 0))
        }
      }
    }
    return found
  }
}
