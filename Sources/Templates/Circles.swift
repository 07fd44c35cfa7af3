/// Numbers the strongly connected components of a graph, callees before callers.
///
/// Tarjan's algorithm (SIAM J. Comput. 1 (2), 1972) with a stack of its own. Linear in nodes and edges.
struct Circles {
  /// For each node the number of its component; an edge never leads to a greater number.
  private(set) var numbers: [Int]

  private let targets: [[Int]]
  private var order: [Int]
  private var low: [Int]
  private var open: [Int] = []
  private var visited = 0
  private var count = 0

  init(_ targets: [[Int]]) {
    self.targets = targets
    numbers = Array(repeating: -1, count: targets.count)
    order = numbers
    low = numbers
    for root in targets.indices where order[root] < 0 { visit(root) }
  }

  private mutating func visit(_ root: Int) {
    enter(root)
    var path = [(node: root, next: 0)]
    while let (node, next) = path.last {
      if next == targets[node].count {
        path.removeLast()
        leave(node, to: path.last?.node)
        continue
      }
      path[path.count - 1].next += 1
      let target = targets[node][next]
      if order[target] < 0 {
        enter(target)
        path.append((target, 0))
      } else if numbers[target] < 0 {
        low[node] = min(low[node], order[target])
      }
    }
  }

  private mutating func enter(_ node: Int) {
    (order[node], low[node]) = (visited, visited)
    visited += 1
    open.append(node)
  }

  private mutating func leave(_ node: Int, to above: Int?) {
    if let above { low[above] = min(low[above], low[node]) }
    if low[node] != order[node] { return }
    while let member = open.popLast() {
      numbers[member] = count
      if member == node { break }
    }
    count += 1
  }
}
