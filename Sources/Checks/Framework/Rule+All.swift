package import Diagnostics

extension Rule {
  /// All rules, in the order of the manual.
  package static let all: [Rule] = RuleName.allCases.map(named)

  /// The rule of a name; the compiler holds that every name has one.
  package static func named(_ name: RuleName) -> Rule {
    switch name {
    case .keyMissing: keyMissing
    case .keyUnknown: keyUnknown
    case .keyDuplicate: keyDuplicate
    case .valueInvalid: valueInvalid
    case .colonWidth: colonWidth
    case .yamlInvalid: yamlInvalid
    case .frontMatterMissing: frontMatterMissing
    case .frontMatterUnclosed: frontMatterUnclosed
    case .yamlAlias: yamlAlias
    case .yamlComment: yamlComment
    case .fakeList: fakeList
    case .fakeHeading: fakeHeading
    case .stepIndent: stepIndent
    case .numberGap: numberGap
    case .boldLiteral: boldLiteral
    case .setextTrap: setextTrap
    case .rawHtml: rawHtml
    case .unknownField: unknownField
    case .encoding: encoding
    case .limit: limit
    case .sectionMissing: sectionMissing
    case .codeDuplicate: codeDuplicate
    case .linkBroken: linkBroken
    case .anchorBroken: anchorBroken
    case .attachmentMissing: attachmentMissing
    case .attachmentOutside: attachmentOutside
    case .symlink: symlink
    case .imageRemote: imageRemote
    case .assetType: assetType
    case .titleUnresolved: titleUnresolved
    case .codeUnresolved: codeUnresolved
    case .roleUnknown: roleUnknown
    case .roleAmbiguous: roleAmbiguous
    case .approverMany: approverMany
    case .multiAction: multiAction
    case .stepLong: stepLong
    case .conditionLate: conditionLate
    case .doubleNegative: doubleNegative
    case .vagueTime: vagueTime
    case .vagueExtent: vagueExtent
    case .modalWord: modalWord
    case .passive: passive
    case .abbreviationUndefined: abbreviationUndefined
    case .termVariant: termVariant
    case .gotoMissing: gotoMissing
    case .gotoAmbiguous: gotoAmbiguous
    case .reviewNoFail: reviewNoFail
    case .repeatNoStop: repeatNoStop
    case .deadlineNoLate: deadlineNoLate
    case .timeUnparsed: timeUnparsed
    case .timeOrder: timeOrder
    case .timeClash: timeClash
    case .anchorMissing: anchorMissing
    case .variantUnknown: variantUnknown
    case .warningAfter: warningAfter
    case .warningAction: warningAction
    case .pauseTooLong: pauseTooLong
    case .killerLate: killerLate
    case .modeMissing: modeMissing
    case .pageOverflow: pageOverflow
    case .configUnknown: configUnknown
    case .templateInvalid: templateInvalid
    case .unreadable: unreadable
    case .ignoreInvalid: ignoreInvalid
    }
  }
}
