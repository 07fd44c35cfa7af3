extension Word {
  /// Modal words that GB/T 1.1 does not use for requirements (appendix on verbal forms): 应 and 不应 require, 必须 stays
  /// with the law, 不可 can be read as “cannot”.
  static let modals: [Word] = [
    Word(.modal, "必须", why: "GB/T 1.1", instead: "应", notAfter: ["不", "非"], notBefore: ["品"]),
    Word(.modal, "务必", why: "GB/T 1.1", instead: "应"),
    Word(.modal, "务须", why: "GB/T 1.1", instead: "应"),
    Word(
      .modal, "不可", why: "GB/T 1.1", instead: "不应", notAfter: ["必", "缺一", "无"],
      notBefore: [
        "抗", "或缺", "少", "分割", "分离", "逆", "能", "控", "知", "思议", "燃", "回收", "避免", "再生", "见", "用", "行", "替代", "预见", "预知",
        "修复", "否认",
        "估量",
      ]),
    Word(.modal, "should", why: "can be read as advice", instead: "must"),
    Word(.modal, "ought to", why: "can be read as advice", instead: "must"),
  ]

  /// Signs of the passive, which hides who acts.
  static let passives: [Word] = [
    // 被动, 被子 and names of people such as 被告 are other words; so are 被检查单位 and its like.
    Word(
      .passive, "被", why: "没有写谁做",
      notAfter: ["棉", "植", "毛", "床", "覆", "避免", "防止", "以免", "以防", "免", "已"],
      notBefore: [
        "动", "子", "告", "服", "褥", "套", "保险", "害人", "褫", "迫", "检查单位", "检查人", "检查部门", "审核方", "审核部门", "考核人", "培训人", "委托",
      ])
  ]

  /// Two negatives where one positive word says the same.
  static let doubleNegatives: [Word] = [
    Word(.doubleNegative, "不得不", why: "必须"), Word(.doubleNegative, "不能不", why: "必须"),
    Word(.doubleNegative, "不可不", why: "应"), Word(.doubleNegative, "不应不", why: "应"),
    Word(.doubleNegative, "不要不", why: "应"), Word(.doubleNegative, "不会不", why: "会"),
    Word(.doubleNegative, "不许不", why: "应"), Word(.doubleNegative, "不准不", why: "应"),
    Word(.doubleNegative, "不允许不", why: "应"), Word(.doubleNegative, "禁止不", why: "应"),
    Word(.doubleNegative, "严禁不", why: "应"), Word(.doubleNegative, "不得未", why: "先…再…"),
    Word(.doubleNegative, "不应未", why: "先…再…"), Word(.doubleNegative, "不可未", why: "先…再…"),
    Word(.doubleNegative, "禁止未", why: "先…再…"), Word(.doubleNegative, "严禁未", why: "先…再…"),
    Word(.doubleNegative, "不得没有", why: "应有"), Word(.doubleNegative, "不能没有", why: "应有"),
    Word(.doubleNegative, "不应没有", why: "应有"), Word(.doubleNegative, "不是不", why: "直接写肯定句"),
    Word(.doubleNegative, "并非不", why: "直接写肯定句"), Word(.doubleNegative, "没有不", why: "都"),
    Word(.doubleNegative, "无不", why: "都", notAfter: ["有"]), Word(.doubleNegative, "无一不", why: "都"),
    Word(.doubleNegative, "莫不", why: "都"), Word(.doubleNegative, "不无", why: "有"),
    Word(.doubleNegative, "not without", why: "say when it may be done"),
    Word(.doubleNegative, "never without", why: "say when it may be done"),
    Word(.doubleNegative, "do not fail to", why: "write the imperative"),
    Word(.doubleNegative, "don't fail to", why: "write the imperative"),
    Word(.doubleNegative, "not unless", why: "say when it may be done"),
    Word(.doubleNegative, "not uncommon", why: "common"), Word(.doubleNegative, "not unlike", why: "like"),
    Word(.doubleNegative, "not infrequently", why: "often"),
  ]

  /// Words with a second spelling. The first list of variant words of the ministry of education (GF 1001-2001) and the
  /// list of common mistakes of editors name the one to use.
  static let variants: [Word] = [
    Word(.variant, "帐号", why: "钱财用“账”", instead: "账号"), Word(.variant, "帐户", why: "钱财用“账”", instead: "账户"),
    Word(.variant, "帐单", why: "钱财用“账”", instead: "账单"), Word(.variant, "帐目", why: "钱财用“账”", instead: "账目"),
    Word(.variant, "帐本", why: "钱财用“账”", instead: "账本"), Word(.variant, "帐款", why: "钱财用“账”", instead: "账款"),
    Word(.variant, "帐务", why: "钱财用“账”", instead: "账务"), Word(.variant, "台帐", why: "钱财用“账”", instead: "台账"),
    Word(.variant, "报帐", why: "钱财用“账”", instead: "报账"), Word(.variant, "对帐", why: "钱财用“账”", instead: "对账"),
    Word(.variant, "结帐", why: "钱财用“账”", instead: "结账"), Word(.variant, "入帐", why: "钱财用“账”", instead: "入账"),
    Word(.variant, "到帐", why: "钱财用“账”", instead: "到账"), Word(.variant, "转帐", why: "钱财用“账”", instead: "转账"),
    Word(.variant, "记帐", why: "钱财用“账”", instead: "记账"), Word(.variant, "做帐", why: "钱财用“账”", instead: "做账"),
    Word(.variant, "登陆", why: "进系统用“登录”", instead: "登录", notBefore: ["舰", "点", "作战", "地点"]),
    Word(.variant, "阀值", why: "界限用“阈值”", instead: "阈值"),
    // Sound by themselves: reported only where a document has both.
    Word(.mixedVariant, "其它", why: "一个词一种写法", instead: "其他"),
    Word(.mixedVariant, "其他", why: "一个词一种写法", instead: "其它"),
    Word(.variant, "惟一", why: "GF 1001", instead: "唯一"),
    Word(.variant, "身分", why: "GF 1001", instead: "身份", notBefore: ["别"]),
    Word(.variant, "成份", why: "GF 1001", instead: "成分"), Word(.variant, "过份", why: "GF 1001", instead: "过分"),
    Word(.variant, "定单", why: "GF 1001", instead: "订单", notAfter: ["规", "指", "确", "决", "固", "一", "商", "假", "设"]),
    Word(.variant, "定货", why: "GF 1001", instead: "订货", notAfter: ["规", "指", "确", "决", "固", "一", "商", "假", "设"]),
    Word(.variant, "纪录", why: "写下来的用“记录”", instead: "记录", notBefore: ["片"]),
    Word(.variant, "人材", why: "GF 1001", instead: "人才"), Word(.variant, "图象", why: "GF 1001", instead: "图像"),
    Word(.variant, "录象", why: "GF 1001", instead: "录像"), Word(.variant, "照像", why: "GF 1001", instead: "照相"),
    Word(.variant, "座落", why: "GF 1001", instead: "坐落"), Word(.variant, "交待", why: "GF 1001", instead: "交代"),
    Word(.variant, "给与", why: "GF 1001", instead: "给予"), Word(.variant, "参予", why: "错字", instead: "参与"),
    Word(.variant, "推委", why: "GF 1001", instead: "推诿"), Word(.variant, "装璜", why: "GF 1001", instead: "装潢"),
    Word(.variant, "渡假", why: "错字", instead: "度假"), Word(.variant, "按装", why: "错字", instead: "安装"),
    Word(.variant, "布署", why: "错字", instead: "部署"), Word(.variant, "布暑", why: "错字", instead: "部署"),
    Word(.variant, "既使", why: "错字", instead: "即使"), Word(.variant, "既时", why: "错字", instead: "即时"),
    Word(.variant, "迳行", why: "GF 1001", instead: "径行"), Word(.variant, "迭加", why: "错字", instead: "叠加"),
    Word(.variant, "做废", why: "错字", instead: "作废"), Word(.variant, "复盖", why: "错字", instead: "覆盖"),
    Word(.variant, "反应情况", why: "说给人听用“反映”", instead: "反映情况"),
    Word(.variant, "反应问题", why: "说给人听用“反映”", instead: "反映问题"),
    Word(.variant, "截止到", why: "有终点用“截至”", instead: "截至"),
  ]
}
