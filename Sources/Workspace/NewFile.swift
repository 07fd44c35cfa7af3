package import Diagnostics
package import Procedures

/// `handrail new`: a skeleton in its place.
package enum NewFile {
  /// Writes a new file of a handbook.
  ///
  /// - Parameters:
  ///   - wish: what is wanted.
  ///   - loaded: the handbook as it was read.
  ///   - root: its folder.
  /// - Returns: the file.
  /// - Throws: when there can be no such file, or one stands there already.
  package static func create(
    _ wish: Skeleton.Wish, in loaded: LoadedHandbook, root: String
  ) throws(WorkspaceError) -> SourceFile {
    let issued = loaded.content?.issued.compactMap { $0.path.split(separator: "/").dropFirst(2).first.map(String.init) }
    let skeleton: Skeleton
    do {
      skeleton = try Skeleton(wish, for: loaded.handbook, issued: issued ?? [])
    } catch {
      throw WorkspaceError(.usage, path: wish.title ?? wish.kind.rawValue, message: message(error))
    }
    var copy = try WorkingCopy(at: root)
    try copy.create(skeleton.file)
    return skeleton.file
  }

  private static func message(_ fault: Skeleton.Fault) -> Localized {
    switch fault {
    case .titleTaken(let path): Localized(zh: "已经有同名的文件：\(path)", en: "the name is taken by \(path)")
    case .departmentUnknown(let known):
      Localized(
        zh: "没有这个部门；已有：\(known.joined(separator: "、"))",
        en: "there is no such department; known: \(known.joined(separator: ", "))")
    case .numbersUsedUp:
      Localized(
        zh: "编号样式的号码用完了；在 handbook.yml 的“编号规则”里加一种样式",
        en: "the numbering pattern has no number left; add one under 编号规则/codes in handbook.yml")
    case .noProcedure:
      Localized(
        zh: "活动要执行流程，手册里还没有；先用 handrail new procedure 建一个",
        en: "an event runs procedures, and there is none yet; make one with handrail new procedure")
    case .titleInvalid: Localized(zh: "名称太长，或含有控制字符", en: "the title is too long or holds control characters")
    }
  }
}
