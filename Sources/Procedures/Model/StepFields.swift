package import Markdown

/// The fields of a step or stage (spec/format.md 5). Most steps have few of them, so the others take no room.
package struct StepFields: Sendable {
  package var participation = Participation()
  package var records: [Reference] = []
  package var oneOf = false
  // One for each time that is set.
  private var times: [FieldTime] = []
  // An array of one, empty while none of the fields in it is set.
  private var details: [StepDetails] = []

  /// No field.
  package init() {}

  package var time: Moment? {
    get { self[.time] }
    set { self[.time] = newValue }
  }
  package var due: Moment? {
    get { self[.due] }
    set { self[.due] = newValue }
  }
  package var every: Moment? {
    get { self[.every] }
    set { self[.every] = newValue }
  }
  package var limit: Moment? {
    get { self[.limit] }
    set { self[.limit] = newValue }
  }

  /// The time of a field.
  subscript(field: Moment.Field) -> Moment? {
    get {
      for time in times where time.field == field { return time.moment }
      return nil
    }
    set {
      times.removeAll { $0.field == field }
      if let newValue { times.append(FieldTime(field: field, moment: newValue)) }
    }
  }

  /// The rarer fields, with room for them.
  private var detail: StepDetails {
    get { details.first ?? StepDetails() }
    _modify {
      if details.isEmpty { details = [StepDetails()] }
      yield &details[0]
    }
  }

  package var place: Phrase? {
    get { details.isEmpty ? nil : details[0].place }
    _modify { yield &detail.place }
  }
  package var requires: [Phrase] {
    get { details.isEmpty ? [] : details[0].requires }
    _modify { yield &detail.requires }
  }
  package var criteria: [Phrase] {
    get { details.isEmpty ? [] : details[0].criteria }
    _modify { yield &detail.criteria }
  }
  package var applies: [String] {
    get { details.isEmpty ? [] : details[0].applies }
    _modify { yield &detail.applies }
  }
  package var risk: Phrase? {
    get { details.isEmpty ? nil : details[0].risk }
    _modify { yield &detail.risk }
  }
  package var control: Phrase? {
    get { details.isEmpty ? nil : details[0].control }
    _modify { yield &detail.control }
  }
  package var escalate: [Party] {
    get { details.isEmpty ? [] : details[0].escalate }
    _modify { yield &detail.escalate }
  }
  package var ifLate: Phrase? {
    get { details.isEmpty ? nil : details[0].ifLate }
    _modify { yield &detail.ifLate }
  }
  package var until: Phrase? {
    get { details.isEmpty ? nil : details[0].until }
    _modify { yield &detail.until }
  }
  package var untilTarget: Jump? {
    get { details.isEmpty ? nil : details[0].untilTarget }
    _modify { yield &detail.untilTarget }
  }
  package var penalty: Phrase? {
    get { details.isEmpty ? nil : details[0].penalty }
    _modify { yield &detail.penalty }
  }
  package var handover: Phrase? {
    get { details.isEmpty ? nil : details[0].handover }
    _modify { yield &detail.handover }
  }
  /// Fields that the format does not know, as written.
  package var unknown: [(key: String, value: Phrase)] {
    get { details.isEmpty ? [] : details[0].unknown }
    _modify { yield &detail.unknown }
  }

  /// Takes over what is not set here.
  mutating func inherit(_ other: StepFields) {
    for time in other.times where self[time.field] == nil { times.append(time) }
    if records.isEmpty { records = other.records }
    oneOf = oneOf || other.oneOf
    guard let others = other.details.first else { return }
    detail.inherit(others)
  }
}

/// A time field of a step.
private struct FieldTime: Sendable {
  let field: Moment.Field
  let moment: Moment
}

/// The rarer fields of a step.
struct StepDetails: Sendable {
  var place: Phrase?
  var requires: [Phrase] = []
  var criteria: [Phrase] = []
  var applies: [String] = []
  var risk: Phrase?
  var control: Phrase?
  var escalate: [Party] = []
  var ifLate: Phrase?
  var until: Phrase?
  var untilTarget: Jump?
  var penalty: Phrase?
  var handover: Phrase?
  var unknown: [(key: String, value: Phrase)] = []

  /// Takes over what is not set here; unknown fields stay where they stand.
  mutating func inherit(_ other: StepDetails) {
    place = place ?? other.place
    until = until ?? other.until
    untilTarget = untilTarget ?? other.untilTarget
    ifLate = ifLate ?? other.ifLate
    penalty = penalty ?? other.penalty
    risk = risk ?? other.risk
    control = control ?? other.control
    handover = handover ?? other.handover
    if requires.isEmpty { requires = other.requires }
    if criteria.isEmpty { criteria = other.criteria }
    if applies.isEmpty { applies = other.applies }
    if escalate.isEmpty { escalate = other.escalate }
  }
}
