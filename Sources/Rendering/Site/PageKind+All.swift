extension PageKind {
  /// All kinds of page, in the order in which they are published.
  static let all: [PageKind] = [
    .procedure, .form, .checklist, .home, .index, .roles, .departments, .events, .register, .glossary,
    .history, .compare, .moved, .changes, .edition, .asOf, .due,
    .about, .notFound, .role, .roleChecklist, .department, .event,
  ]
}
