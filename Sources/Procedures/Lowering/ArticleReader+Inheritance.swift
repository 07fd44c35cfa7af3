extension ArticleReader {
  /// Hands down what holds for sub-steps and for the steps of a stage (spec/format.md 3, 4.9, 5).
  mutating func inherit() {
    for index in article.steps.indices {
      if article.steps[index].participation.approves != nil { article.steps[index].approvalOrigin = .step }
      if let parent = article.steps[index].parent { inherit(index, fromStep: parent) }
      if let stage = article.steps[index].stage, article.stages[stage].section == article.steps[index].section {
        inherit(&article.steps[index], from: article.stages[stage])
      }
      if article.steps[index].participation.approves == nil, article.kind != .event, let owner = article.card.owner {
        article.steps[index].participation.approves = owner
        article.steps[index].approvalOrigin = .owner
      }
    }
  }

  private mutating func inherit(_ index: Int, fromStep parent: Int) {
    if article.steps[index].participation.responsible.isEmpty {
      article.steps[index].participation.responsible = article.steps[parent].participation.responsible
    }
    if article.steps[index].fields.place == nil, let place = article.steps[parent].fields.place {
      article.steps[index].fields.place = place
    }
    if article.steps[index].fields.applies.isEmpty, !article.steps[parent].fields.applies.isEmpty {
      article.steps[index].fields.applies = article.steps[parent].fields.applies
    }
    // What the parent has from the owner is found again later, behind the stage.
    if article.steps[index].participation.approves == nil, article.steps[parent].approvalOrigin != .owner {
      article.steps[index].participation.approves = article.steps[parent].participation.approves
      article.steps[index].approvalOrigin = article.steps[parent].approvalOrigin
    }
  }

  private func inherit(_ step: inout Step, from stage: Stage) {
    if stage.isPlain { return }
    if step.participation.approves == nil, let approver = stage.fields.participation.approves {
      step.participation.approves = approver
      step.approvalOrigin = .stage
    }
    inheritParties(&step.participation, stage.fields.participation)
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
