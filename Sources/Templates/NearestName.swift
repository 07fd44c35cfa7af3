/// The known name that a mistyped one most likely means.
///
/// - Returns: the first of the names with the smallest edit distance, when that is at most a third of the length.
/// - Complexity: the product of the lengths, for each name; names over 64 scalars are passed over.
func nearestName(to name: String, among names: [String]) -> String? {
  let wanted = Array(name.unicodeScalars)
  if wanted.count > 64 { return nil }
  var best: (name: String, distance: Int)?
  for candidate in names {
    let scalars = Array(candidate.unicodeScalars)
    let limit = max(1, max(wanted.count, scalars.count) / 3)
    if scalars.count > 64 || abs(scalars.count - wanted.count) > limit { continue }
    let distance = editDistance(wanted, scalars)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// The least number of insertions, deletions, replacements and swaps of neighbours between two words.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var before: [Int] = []
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
      row.append(cost)
    }
    before = last
    last = row
  }
  return last[b.count]
}
