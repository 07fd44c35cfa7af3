package import Diagnostics

/// A place where a card, a step or a list names a role or department.
package struct PartyPlace: Sendable, Hashable {
  /// Whom.
  package let party: Party
  /// The bytes that hold the name; more than the name where several stand in one bold run or value.
  package let range: SourceRange
}

extension Handbook {
  /// Every place of an article that names a party: its card, who does its steps, fields, tables, risks.
  package func partyPlaces(in article: ArticleID) -> [PartyPlace] {
    ArticleReader.partyPlaces(article, in: register)
  }

  /// Whom a name means in an article: its own department's role first.
  package func party(named name: String, in article: ArticleID) -> Party? {
    let department = register[article].card.departmentField.flatMap { register.department(named: $0.text) }
    return PartyFinder(register: register, department: department).party(named: name)?.party
  }

  /// The roles that bear a name, an alias or a code; `部门/岗位` names one.
  package func roles(named name: String) -> [RoleID] {
    if case .role(let id)? = PartyFinder(register: register, department: nil).party(named: name)?.party,
      name.contains("/")
    {
      return [id]
    }
    return register.roles(named: name)
  }

  /// The department of a name or code.
  package func department(named name: String) -> DepartmentID? { register.department(named: name) }
}
