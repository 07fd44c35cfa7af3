extension ArticleReader {
  /// Hands down what holds for sub-steps and for the steps of a stage (spec/format.md 3, 4.9, 5).
  mutating func inherit() {
    for index in article.steps.indices {
      if article.steps[index].participation.approves != nil { article.steps[index].approvalOrigin = .step }
      if let parent = article.steps[index].parent { inherit(index, fromStep: parent) }
      if let stage = article.steps[index].stage, !article.stages[stage].isPlain,
        article.stages[stage].section == article.steps[index].section
      {
        let fields = article.stages[stage].fields
        inherit(&article.steps[index], from: fields)
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

  private func inherit(_ step: inout Step, from stage: StepFields) {
    if step.participation.approves == nil, let approver = stage.participation.approves {
      step.participation.approves = approver
      step.approvalOrigin = .stage
    }
    inheritParties(&step.participation, stage.participation)
    step.fields.inherit(stage)
  }

  private func inheritParties(_ own: inout Participation, _ stage: Participation) {
    if own.responsible.isEmpty { own.responsible = stage.responsible }
    if own.reviews.isEmpty { own.reviews = stage.reviews }
    if own.supports.isEmpty { own.supports = stage.supports }
    if own.consulted.isEmpty { own.consulted = stage.consulted }
    if own.informed.isEmpty { own.informed = stage.informed }
    if own.oversees.isEmpty { own.oversees = stage.oversees }
  }
}
