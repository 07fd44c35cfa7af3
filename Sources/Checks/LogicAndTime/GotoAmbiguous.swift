import Diagnostics

extension Rule {
  /// A typed number that several steps bear.
  static let gotoAmbiguous = Rule(
    .gotoAmbiguous, .logic, .always(.error),
    summary: Localized(
      zh: "“→ 步骤 N”只对应一个步骤。",
      en: "“→ step N” fits one step."),
    advice: Localized(
      zh: "两章步骤都有 3，从别处写“→ 步骤 3”就说不清。写步骤开头的几个字：→「清点备用金」。",
      en:
        "When two sections have a step 3, a reference from elsewhere cannot tell which. Write the first words of the step: →「…」."
    ),
    bad: Example(
      steps: """
        ### 开店

        1. **店员** 打扫店面
        2. **店员** 摆放商品

        ### 闭店

        1. **店员** 盘点
        2. **店员** 打扫店面

        ### 报告

        5. **店员** 核对数量
           - 如果 数量不符：→ 步骤 1
        """),
    good: Example(
      steps: """
        ### 开店

        1. **店员** 打扫店面
        2. **店员** 摆放商品

        ### 闭店

        3. **店员** 盘点
        4. **店员** 打扫店面

        ### 报告

        5. **店员** 核对数量
           - 如果 数量不符：→「盘点」
        """),
    .reading)
}
