/// The card of an article: one closed set of records, one per kind of file.
package enum Card: Sendable {
  // Indirect, so that handing a card around copies none of its many fields.
  indirect case control(Control)
  indirect case role(RoleCard)
  indirect case department(DepartmentCard)
  indirect case event(EventCard)

  /// The card of a procedure, policy or form.
  package var control: Control? { if case .control(let card) = self { card } else { nil } }
  /// The card of a role.
  package var role: RoleCard? { if case .role(let card) = self { card } else { nil } }
  /// The card of a department.
  package var department: DepartmentCard? { if case .department(let card) = self { card } else { nil } }
  /// The card of an event.
  package var event: EventCard? { if case .event(let card) = self { card } else { nil } }

  /// How the checklist is used.
  package var mode: Mode? {
    switch self {
    case .control(let card): card.mode?.value
    case .event(let card): card.mode?.value
    case .role, .department: nil
    }
  }
}
