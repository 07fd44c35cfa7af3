extension PageKind {
  /// All kinds of page, in the order in which they are published.
  static let all: [PageKind] = [
    .procedure, .form, .checklist, .home, .index, .roles, .departments, .events, .register, .glossary,
    .about, .notFound, .role, .roleChecklist, .department, .event,
  ]
}
