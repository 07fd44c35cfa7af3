internal import Diagnostics

/// The findings about files as such, before anything in them is read.
enum ContentFinding {
  /// A symbolic link, wherever it leads (spec/checks.md, symlink).
  static func link(_ path: String) -> Diagnostic {
    make(
      .symlink, path, Localized(zh: "这是符号链接，手册不跟随链接", en: "this is a symbolic link; a handbook follows none"),
      help: Localized(zh: "把文件本身放到这里，或删除链接", en: "put the file itself here, or delete the link"))
  }

  /// A pipe, a socket, a device, or a folder where a file must stand.
  static func notFile(_ path: String) -> Diagnostic {
    make(
      .unreadable, path,
      Localized(
        zh: "不是普通文件（而是文件夹、管道、套接字或设备），未读取", en: "not a regular file (a folder, pipe, socket or device); it was not read"),
      help: Localized(zh: "删除它，或改用普通文件", en: "delete it, or put a regular file here"))
  }

  /// A file or folder that the system does not let us read.
  static func unreadable(_ path: String, code: Int32, folder: Bool) -> Diagnostic {
    let reason = SystemReason.text(code)
    let what = folder ? Localized(zh: "无法列出文件夹", en: "cannot list the folder") : WorkspaceAction.read.text
    // The tail of a path beyond PATH_MAX says nothing and floods the screen.
    let shown = path.utf8.count > 512 ? String(path.prefix(160)) + "…" : path
    return make(
      .unreadable, shown, Localized(zh: "\(what.zh)：\(reason.zh)", en: "\(what.en): \(reason.en)"),
      help: Localized(zh: "检查权限和路径长度", en: "check the permissions and the length of the path"))
  }

  /// A document, settings file or template that is larger than it may be.
  static func large(_ path: String, size: Int, limit: Int) -> Diagnostic {
    make(
      .limit, path,
      Localized(
        zh: "文件有 \(size) 字节，最多 \(limit) 字节（\(limit >> 20) MiB）；未读取",
        en: "the file has \(size) bytes; \(limit) bytes (\(limit >> 20) MiB) are allowed; it was not read"),
      help: Localized(zh: "拆成几份文档", en: "split it into several documents"))
  }

  /// A name that is no UTF-8 or holds control characters.
  static func name(_ shown: String) -> Diagnostic {
    make(
      .encoding, shown,
      Localized(
        zh: "文件名不是有效的 UTF-8，或含有控制字符、换行或双向控制字符",
        en: "the file name is not valid UTF-8 or holds control, line or bidirectional characters"),
      help: Localized(zh: "改名", en: "rename it"))
  }

  private static func make(_ rule: RuleName, _ path: String, _ message: Localized, help: Localized) -> Diagnostic {
    Diagnostic(.error, rule, path: path, range: .start, message: message, help: help)
  }
}
