extension ArticleReader {
  /// Hands down what holds for sub-steps and for the steps of a stage (spec/format.md 3, 4.9, 5).
  mutating func inherit() {
    for index in article.steps.indices {
      var step = article.steps[index]
      let parent = step.parent.map { article.steps[$0] }
      let stage = step.stage.map { article.stages[$0] }
      if step.participation.approves != nil { step.approvalOrigin = .step }
      if let parent { inherit(&step, from: parent) }
      if let stage, stage.section == step.section { inherit(&step, from: stage) }
      if step.participation.approves == nil, article.kind != .event, let owner = article.card.owner {
        step.participation.approves = owner
        step.approvalOrigin = .owner
      }
      article.steps[index] = step
    }
  }

  private func inherit(_ step: inout Step, from parent: Step) {
    if step.participation.responsible.isEmpty { step.participation.responsible = parent.participation.responsible }
    if step.fields.place == nil { step.fields.place = parent.fields.place }
    if step.fields.applies.isEmpty { step.fields.applies = parent.fields.applies }
    // What the parent has from the owner is found again below, behind the stage.
    if step.participation.approves == nil, parent.approvalOrigin != .owner {
      step.participation.approves = parent.participation.approves
      step.approvalOrigin = parent.approvalOrigin
    }
  }

  private func inherit(_ step: inout Step, from stage: Stage) {
    if step.participation.approves == nil, let approver = stage.participation.approves {
      step.participation.approves = approver
      step.approvalOrigin = .stage
    }
    inheritParties(&step.participation, stage.participation)
    inheritFields(&step.fields, stage.fields)
  }

  private func inheritParties(_ own: inout Participation, _ stage: Participation) {
    if own.responsible.isEmpty { own.responsible = stage.responsible }
    if own.reviews.isEmpty { own.reviews = stage.reviews }
    if own.supports.isEmpty { own.supports = stage.supports }
    if own.consulted.isEmpty { own.consulted = stage.consulted }
    if own.informed.isEmpty { own.informed = stage.informed }
    if own.oversees.isEmpty { own.oversees = stage.oversees }
  }

  private func inheritFields(_ own: inout StepFields, _ stage: StepFields) {
    own.time = own.time ?? stage.time
    own.due = own.due ?? stage.due
    own.every = own.every ?? stage.every
    own.limit = own.limit ?? stage.limit
    own.place = own.place ?? stage.place
    own.until = own.until ?? stage.until
    own.untilTarget = own.untilTarget ?? stage.untilTarget
    own.ifLate = own.ifLate ?? stage.ifLate
    own.penalty = own.penalty ?? stage.penalty
    own.risk = own.risk ?? stage.risk
    own.control = own.control ?? stage.control
    own.handover = own.handover ?? stage.handover
    own.oneOf = own.oneOf || stage.oneOf
    if own.requires.isEmpty { own.requires = stage.requires }
    if own.criteria.isEmpty { own.criteria = stage.criteria }
    if own.applies.isEmpty { own.applies = stage.applies }
    if own.records.isEmpty { own.records = stage.records }
    if own.escalate.isEmpty { own.escalate = stage.escalate }
  }
}
