extension Word {
  /// Words for “soon” that two people read as two different hours.
  static let vagueTimes: [Word] = [
    // 不及时 and 未及时 name a failing, 能及时 an ability, 及时性 a quality; 价格及时间 is cut elsewhere; what one comes to
    // know (及时发现) has no limit that could be kept.
    Word(
      .vagueTime, "及时", why: "没有期限", notAfter: ["不", "未", "否", "能", "能够", "确保", "保证", "得到", "、"],
      notBefore: ["性", "率", "雨", "间", "发现", "了解", "掌握", "、", "准确", "为", "的", "获取"]),
    Word(.vagueTime, "尽快", why: "没有期限"),
    Word(.vagueTime, "尽早", why: "没有期限"),
    Word(.vagueTime, "从速", why: "没有期限"),
    Word(.vagueTime, "早日", why: "没有期限"),
    Word(.vagueTime, "适时", why: "没有时刻"),
    Word(.vagueTime, "择机", why: "没有时刻"),
    Word(.vagueTime, "择日", why: "没有日期"),
    Word(.vagueTime, "asap", why: "no limit"),
    Word(.vagueTime, "as soon as possible", why: "no limit"),
    Word(.vagueTime, "promptly", why: "no limit"),
    Word(.vagueTime, "in a timely manner", why: "no limit"),
    Word(.vagueTime, "in due course", why: "no limit"),
    Word(.vagueTime, "without undue delay", why: "no limit"),
  ]

  /// Words for “again and again” that name no interval.
  static let vagueRhythms: [Word] = [
    // 定期存款, 定期合同 and 定期保管 are terms of banks, contracts and archives.
    Word(.vagueRhythm, "定期", why: "没有频次", notAfter: ["、"], notBefore: ["存款", "合同", "保管", "报告", "、"]),
    // 定期和不定期 is one finding.
    Word(.vagueRhythm, "不定期", why: "没有频次", notAfter: ["和", "与", "或", "及", "、"]),
    Word(.vagueRhythm, "经常", why: "没有频次", notBefore: ["性", "账户", "使用"]),
    Word(.vagueRhythm, "时常", why: "没有频次"),
    Word(.vagueRhythm, "时不时", why: "没有频次"),
    Word(.vagueRhythm, "regularly", why: "no interval"),
    Word(.vagueRhythm, "periodically", why: "no interval"),
    Word(.vagueRhythm, "from time to time", why: "no interval"),
  ]

  /// Words that leave the extent to whoever reads them.
  static let vagueExtents: [Word] = [
    Word(.vagueExtent, "适当", why: "没有数值", notBefore: ["性"]),
    Word(.vagueExtent, "适量", why: "没有数值"),
    Word(.vagueExtent, "酌情", why: "没有条件"),
    Word(.vagueExtent, "酌量", why: "没有数值"),
    Word(.vagueExtent, "视情况", why: "没有条件"),
    Word(.vagueExtent, "视情", why: "没有条件"),
    Word(.vagueExtent, "尽量", why: "没有标准"),
    Word(.vagueExtent, "尽可能", why: "没有标准"),
    Word(.vagueExtent, "必要时", why: "没有条件"),
    Word(.vagueExtent, "如有必要", why: "没有条件"),
    // 一定的知识 and 若干年 describe; a number is missing only where something is counted out.
    Word(.vagueExtent, "若干", why: "没有数值", notBefore: ["年", "组", "运营", "意见", "规定", "问题"]),
    Word(.vagueExtent, "一定数量", why: "没有数值"),
    Word(.vagueExtent, "一定比例", why: "没有数值"),
    Word(.vagueExtent, "一定金额", why: "没有数值"),
    Word(.vagueExtent, "原则上", why: "没有例外"),
    // 相关 and 有关 alone say only that two things belong together (与业绩相关的咨询, 利益相关者, 有关房地产的研究); before a
    // party or a document they stand for its name. What the state or a superior rules cannot be listed.
    Word(.vagueExtent, "相关", why: "没有名称", notAfter: outsiders, onlyBefore: parties, onlyNear: dealings),
    Word(.vagueExtent, "有关", why: "没有名称", notAfter: outsiders, onlyBefore: parties, onlyNear: dealings),
    Word(.vagueExtent, "as needed", why: "no condition"),
    Word(.vagueExtent, "as necessary", why: "no condition"),
    Word(.vagueExtent, "if necessary", why: "no condition"),
    Word(.vagueExtent, "when necessary", why: "no condition"),
    Word(.vagueExtent, "where necessary", why: "no condition"),
    Word(.vagueExtent, "as appropriate", why: "no condition"),
    Word(.vagueExtent, "if possible", why: "no condition"),
    Word(.vagueExtent, "where possible", why: "no condition"),
    Word(.vagueExtent, "as far as possible", why: "no criterion"),
    Word(.vagueExtent, "appropriate", why: "no criterion"),
    Word(.vagueExtent, "adequate", why: "no value"),
    Word(.vagueExtent, "sufficient", why: "no value"),
    Word(.vagueExtent, "relevant", why: "no name"),
    Word(.vagueExtent, "several", why: "no number"),
  ]

  private static let outsiders = ["国家", "上级", "地方", "当地", "政府", "行业", "利益", "无", "没", "所", "与", "原有"]
  private static let parties = [
    "部门", "人员", "领导", "负责人", "单位", "岗位", "科室", "员工", "方", "规定", "制度", "要求", "标准", "手续", "文件", "资料", "材料", "记录", "表格",
    "表单", "流程",
    "程序", "措施", "证件", "证明", "凭证", "单据", "设备", "物品", "费用", "条款", "职能部门", "管理部门", "管理人员", "责任人", "业务部门", "管理制度",
  ]
  /// What is done with a party or by a document: only then must the reader know which one is meant.
  private static let dealings = [
    "给", "向", "由", "按", "按照", "依照", "依据", "根据", "遵守", "执行", "符合", "通知", "报告", "汇报", "反馈", "提交", "报送", "上报", "报", "送",
    "联系", "组织", "会同",
    "追究", "填写", "办理", "召集", "协调", "征求", "征询", "督促", "配合", "请", "交", "交由", "发", "发放", "协助", "查阅", "出示", "携带", "准备", "收集",
  ]

  /// Words that leave a list open.
  static let openLists: [Word] = [
    Word(.openList, "等等", why: "清单没有写完"),
    // 等 begins and ends many other words; a number behind it closes the list.
    Word(
      .openList, "等", why: "清单没有写完",
      notAfter: [
        "平", "相", "同", "对", "中", "高", "初", "上", "下", "优", "均", "何", "甲", "乙", "丙", "头", "特", "一", "二", "三", "四", "五",
        "劣",
        "不", "另", "坐", "守",
      ],
      notBefore: [
        "待", "级", "候", "于", "同", "额", "分", "值", "价", "到", "我", "你", "他", "她", "号", "比", "次", "高", "闲", "车", "齐", "人来",
        "式",
        "有关", "相关", "管理", "目标", "工作", "各类", "各种", "方面", "形式", "职能", "第", "效", "距", "边", "温", "压", "一", "两", "二", "三",
        "四", "五", "六", "七", "八", "九", "十", "0", "1", "2", "3", "4",
        "5", "6", "7", "8", "9", " 1", " 2", " 3", " 4", " 5", " 6", " 7", " 8", " 9",
      ]),
    Word(.openList, "etc", why: "the list is not finished"),
    Word(.openList, "and so on", why: "the list is not finished"),
    Word(.openList, "and the like", why: "the list is not finished"),
  ]
}
