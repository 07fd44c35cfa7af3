extension Comparison {
  /// For each role the events that change its own work, in the order of the report.
  mutating func makeImpact() {
    var places: [String: Int] = [:]
    for (index, event) in redline.events.enumerated() {
      for role in event.affected {
        if let place = places[role] {
          redline.impact.shares[place].events.append(index)
        } else {
          places[role] = redline.impact.shares.count
          redline.impact.shares.append(Impact.Share(role: role, events: [index]))
        }
      }
    }
  }
}
