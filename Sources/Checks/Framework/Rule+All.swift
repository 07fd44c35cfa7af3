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
    case .sectionEmpty: sectionEmpty
    case .placeholderText: placeholderText
    case .codeDuplicate: codeDuplicate
    case .codeFormat: codeFormat
    case .titleDuplicate: titleDuplicate
    case .pathCollision: pathCollision
    case .linkBroken: linkBroken
    case .anchorBroken: anchorBroken
    case .attachmentMissing: attachmentMissing
    case .attachmentOutside: attachmentOutside
    case .symlink: symlink
    case .imageRemote: imageRemote
    case .assetType: assetType
    case .titleUnresolved: titleUnresolved
    case .codeUnresolved: codeUnresolved
    case .termConflict: termConflict
    case .roleUnknown: roleUnknown
    case .roleAmbiguous: roleAmbiguous
    case .refWithdrawn: refWithdrawn
    case .refCycle: refCycle
    case .externalLink: externalLink
    case .stepNoOwner: stepNoOwner
    case .approverMany: approverMany
    case .approverNone: approverNone
    case .crowded: crowded
    case .verbHint: verbHint
    case .dutyCatchAll: dutyCatchAll
    case .dutyUnused: dutyUnused
    case .roleUnused: roleUnused
    case .backupMissing: backupMissing
    case .gotoMissing: gotoMissing
    case .gotoAmbiguous: gotoAmbiguous
    case .timeUnparsed: timeUnparsed
    case .riskOwner: riskOwner
    case .riskControl: riskControl
    case .recordNoForm: recordNoForm
    case .retentionMissing: retentionMissing
    case .approvalMissing: approvalMissing
    case .approvalSelf: approvalSelf
    case .approvalOrder: approvalOrder
    case .versionSame: versionSame
    case .versionOrder: versionOrder
    case .changeNote: changeNote
    case .reviewDue: reviewDue
    case .reviewOverdue: reviewOverdue
    case .trainingGap: trainingGap
    case .audienceLeak: audienceLeak
    case .eventUnassigned: eventUnassigned
    case .eventStale: eventStale
    case .translationStale: translationStale
    case .configUnknown: configUnknown
    case .templateInvalid: templateInvalid
    case .unreadable: unreadable
    case .ignoreInvalid: ignoreInvalid
    }
  }
}
