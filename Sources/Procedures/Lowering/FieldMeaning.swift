/// What a field below a step is about, for those who compare two versions (spec/format.md 5).
package enum FieldMeaning: Sendable {
  /// Who does it: 负责.
  case responsible
  /// Who answers for it or lets it pass: 批准, 审核.
  case approval
  /// Who else takes part: 协助, 咨询, 知会, 监督, 升级.
  case party
  /// When: 时间, 期限, 频次, 限时.
  case time
  case record
  case other

  /// The meaning of a written key; nil where the format knows none.
  package init?(key: ArraySlice<UInt8>) {
    guard let field = key.withUnsafeBufferPointer({ FieldKey(trimmed(Bytes($0))) }) else { return nil }
    switch field {
    case .party(.responsible): self = .responsible
    case .party(.approves), .party(.reviews): self = .approval
    case .party(.supports), .party(.consulted), .party(.informed), .party(.oversees), .escalate: self = .party
    case .time, .due, .every, .limit: self = .time
    case .record: self = .record
    case .place, .requires, .criteria, .applies, .risk, .control, .ifLate, .until, .penalty, .handover, .oneOf:
      self = .other
    }
  }
}

extension SectionKind {
  /// The bytes of a heading without typed numbering and trailing colon, as a range of its indices.
  package static func bareRange(_ heading: ArraySlice<UInt8>) -> Range<Int> {
    let start = heading.startIndex
    return heading.withUnsafeBufferPointer { buffer in
      let bare = bareTitle(Bytes(buffer))
      return bare.isEmpty ? start..<heading.endIndex : (start + bare.startIndex)..<(start + bare.endIndex)
    }
  }
}
