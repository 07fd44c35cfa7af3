package import Markdown

/// The fields of a step or stage (spec/format.md 5). Most steps have few of them, so the others take no room.
package struct StepFields: Sendable {
  package var participation = Participation()
  package var records: [Reference] = []
  package var oneOf = false
  // Arrays of one, empty while none of the fields in them is set.
  private var times: [StepTimes] = []
  private var details: [StepDetails] = []

  /// No field.
  package init() {}

  package var time: Moment? {
    get { times.first?.time }
    set { setTime(\.time, newValue) }
  }
  package var due: Moment? {
    get { times.first?.due }
    set { setTime(\.due, newValue) }
  }
  package var every: Moment? {
    get { times.first?.every }
    set { setTime(\.every, newValue) }
  }
  package var limit: Moment? {
    get { times.first?.limit }
    set { setTime(\.limit, newValue) }
  }

  private mutating func setTime(_ field: WritableKeyPath<StepTimes, Moment?>, _ moment: Moment?) {
    if times.isEmpty {
      if moment == nil { return }
      times = [StepTimes()]
    }
    times[0][keyPath: field] = moment
  }

  /// Makes room for the rarer fields.
  private var detail: StepDetails {
    _read { yield details.isEmpty ? StepDetails.none : details[0] }
    _modify {
      if details.isEmpty { details = [StepDetails()] }
      yield &details[0]
    }
  }

  package var place: Phrase? {
    _read { yield detail.place }
    _modify { yield &detail.place }
  }
  package var requires: [Phrase] {
    _read { yield detail.requires }
    _modify { yield &detail.requires }
  }
  package var criteria: [Phrase] {
    _read { yield detail.criteria }
    _modify { yield &detail.criteria }
  }
  package var applies: [String] {
    _read { yield detail.applies }
    _modify { yield &detail.applies }
  }
  package var risk: Phrase? {
    _read { yield detail.risk }
    _modify { yield &detail.risk }
  }
  package var control: Phrase? {
    _read { yield detail.control }
    _modify { yield &detail.control }
  }
  package var escalate: [Party] {
    _read { yield detail.escalate }
    _modify { yield &detail.escalate }
  }
  package var ifLate: Phrase? {
    _read { yield detail.ifLate }
    _modify { yield &detail.ifLate }
  }
  package var until: Phrase? {
    _read { yield detail.until }
    _modify { yield &detail.until }
  }
  package var untilTarget: Jump? {
    _read { yield detail.untilTarget }
    _modify { yield &detail.untilTarget }
  }
  package var penalty: Phrase? {
    _read { yield detail.penalty }
    _modify { yield &detail.penalty }
  }
  package var handover: Phrase? {
    _read { yield detail.handover }
    _modify { yield &detail.handover }
  }
  /// Fields that the format does not know, as written.
  package var unknown: [(key: String, value: Phrase)] {
    _read { yield detail.unknown }
    _modify { yield &detail.unknown }
  }

  /// Takes over what is not set here.
  mutating func inherit(_ other: StepFields) {
    inheritTimes(other)
    if records.isEmpty { records = other.records }
    oneOf = oneOf || other.oneOf
    guard let others = other.details.first else { return }
    detail.inherit(others)
  }

  private mutating func inheritTimes(_ other: StepFields) {
    guard let others = other.times.first else { return }
    if times.isEmpty {
      times = other.times
      return
    }
    times[0].time = times[0].time ?? others.time
    times[0].due = times[0].due ?? others.due
    times[0].every = times[0].every ?? others.every
    times[0].limit = times[0].limit ?? others.limit
  }
}

/// The time fields of a step.
struct StepTimes: Sendable {
  var time: Moment?
  var due: Moment?
  var every: Moment?
  var limit: Moment?
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

  static let none = StepDetails()

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
