package import Diagnostics
internal import Glibc

/// Why Handrail could not do its work: something outside the text of the handbook.
package struct WorkspaceError: Error, Sendable, Hashable {
  /// What kind of obstacle it is.
  package enum Kind: String, Sendable, Hashable {
    /// The system refused a call.
    case io
    /// The folder is not a handbook: it has no `content/`.
    case handbook
    /// The output folder cannot be used.
    case output
    /// A file that is to be published clashes with another one, or its name cannot be used.
    case clash
    /// A value of the environment cannot be read.
    case environment
    /// The ledger or what it seals is not as it was written, or another command holds it.
    case ledger
    /// There is no such version or revision.
    case version
    /// A value of the command line cannot be read.
    case usage
  }

  /// What kind of obstacle it is; the word that stands in `error[…]`.
  package let kind: Kind
  /// The file or folder that it is about, as the user knows it, without raw control characters.
  package let path: String
  /// What is wrong and what to do, with the system's own words at the end.
  package let message: Localized

  /// The exit code (spec/cli.md): 2, for a wrong command line 64.
  package var exitCode: Int32 { kind == .usage ? 64 : 2 }

  /// States an obstacle.
  package init(_ kind: Kind, path: String, message: Localized) {
    self.kind = kind
    self.path = PathText.escaped(path)
    self.message = message
  }

  /// States that the system refused something.
  ///
  /// - Parameters:
  ///   - action: what was tried, such as "cannot write" in both languages.
  ///   - path: the file or folder.
  ///   - code: the error number of the system.
  init(_ action: Localized, path: String, code: Int32) {
    let reason = SystemReason.text(code)
    self.init(
      .io, path: path,
      message: Localized(zh: "\(action.zh)：\(reason.zh)", en: "\(action.en): \(reason.en)"))
  }
}

/// The system's error numbers in words.
enum SystemReason {
  /// The words for one error number, in both languages; never through the locale.
  static func text(_ code: Int32) -> Localized {
    switch code {
    case ENOSPC: Localized(zh: "磁盘空间不足 (no space)", en: "no space left on the disk")
    case EDQUOT: Localized(zh: "超出磁盘配额，空间不足 (no space)", en: "no space left in the disk quota")
    case EFBIG: Localized(zh: "文件超过系统允许的大小", en: "the file is larger than the system allows")
    case EACCES, EPERM: Localized(zh: "没有权限", en: "permission denied")
    case EROFS: Localized(zh: "文件系统是只读的", en: "the file system is read-only")
    case ENOENT: Localized(zh: "不存在", en: "it does not exist")
    case ENOTDIR: Localized(zh: "不是文件夹", en: "it is not a folder")
    case EISDIR: Localized(zh: "是文件夹", en: "it is a folder")
    case EEXIST: Localized(zh: "已经存在", en: "it exists already")
    case ELOOP, EXDEV: Localized(zh: "路径经过符号链接", en: "the path leads through a symbolic link")
    case EMFILE, ENFILE: Localized(zh: "打开的文件过多", en: "too many open files")
    case ENAMETOOLONG: Localized(zh: "名称或路径太长", en: "the name or the path is too long")
    case EIO: Localized(zh: "读写错误", en: "input or output error")
    default: Localized(zh: "系统错误 \(code)", en: "system error \(code)")
    }
  }
}
