/// Finds circles in a graph of few edges.
enum Circle {
  /// Every circle that a walk in the order of the nodes comes upon, each as the nodes along it. Linear in nodes and edges.
  ///
  /// - Parameters:
  ///   - count: how many nodes there are.
  ///   - edges: the nodes that a node leads to.
  static func all(count: Int, _ edges: (Int) -> [Int]) -> [[Int]] {
    var isDone = Array(repeating: false, count: count)
    var depth = Array(repeating: -1, count: count)
    var found: [[Int]] = []
    for start in 0..<count where !isDone[start] {
      var path = [start]
      var waiting = [edges(start)[...]]
      depth[start] = 0
      while let node = path.last {
        guard let next = waiting[path.count - 1].popFirst() else {
          isDone[node] = true
          depth[node] = -1
          path.removeLast()
          waiting.removeLast()
          continue
        }
        guard next >= 0, next < count, !isDone[next] else { continue }
        if depth[next] >= 0 {
          found.append(Array(path[depth[next]...]))
          continue
        }
        depth[next] = path.count
        path.append(next)
        waiting.append(edges(next)[...])
      }
    }
    return found
  }
}
