internal import Procedures

extension Redline {
  /// A document that came: one event, with all its text.
  package init(added new: ComparedText) {
    self.init()
    self.new = new.facts
    var event = Event(.document, .added)
    (event.text, event.to) = (new.entry.title, [new.facts.code].filter { !$0.isEmpty })
    event.affected = new.people
    events = [event]
    impact.shares = event.affected.map { Impact.Share(role: $0, events: [0]) }
  }

  /// A document that went.
  package init(removed old: ComparedText) {
    self.init()
    self.old = old.facts
    var event = Event(.document, .removed)
    (event.text, event.from) = (old.entry.title, [old.facts.code].filter { !$0.isEmpty })
    event.affected = old.people
    events = [event]
    impact.shares = event.affected.map { Impact.Share(role: $0, events: [0]) }
  }
}

extension ComparedText {
  /// Everybody whose steps it holds, in order.
  fileprivate var people: [String] {
    var found: [String] = []
    for unit in outline.units.indices where outline.units[unit].kind == .step {
      for name in outline.names(of: unit) where !found.contains(name) {
        found.append(name)
      }
    }
    return found
  }
}
