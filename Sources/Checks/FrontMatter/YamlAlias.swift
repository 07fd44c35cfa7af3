import Diagnostics

extension Rule {
  /// Aliases, anchors, tags and merge keys of YAML.
  static let yamlAlias = Rule(
    .yamlAlias, .frontMatter, .always(.error), isFirm: true,
    summary: Localized(
      zh: "文件头里不用 YAML 的引用、锚、标记和合并。",
      en: "No YAML aliases, anchors, tags or merge keys in front matter."),
    advice: Localized(
      zh: "以 & * ! 开头的值在 YAML 里有特别的意思，读者看不出来，几行就能展开成上亿行。直接写出内容；要写这些符号就加引号。",
      en:
        "Values that start with & * ! mean something special in YAML that readers cannot see, and a few lines of them can grow to millions. Write the content itself, or quote it."
    ),
    bad: Example(
      card: "部门: &md 门店部"),
    good: Example(
      card: "部门: 门店部"),
    .reading)
}
