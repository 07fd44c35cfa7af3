/// The small words around actions.
enum ActionWords {
  /// Words that open a condition.
  static let conditions = [
    "如果", "如有", "如遇", "如发现", "如出现", "如需", "如未", "如不", "如因", "若", "倘若", "一旦", "凡", "遇有", "遇到", "发现异常", "发现问题", "有异常",
    "当",
    "if ", "If ", "when ", "When ", "in case ",
  ]

  /// Conditions that are short enough to be followed by their consequence in the same clause.
  static let findings = [
    "如有", "如遇", "如发现", "如出现", "如需", "如未", "如不", "若有", "若遇", "若发现", "若未", "遇有", "遇到", "发现异常", "发现问题", "有异常", "凡",
  ]

  /// Words that go on from a condition to what is done.
  static let consequences = ["立即", "马上", "及时", "应", "须", "则", "就"]

  /// Words that make an action of a verb behind them.
  static let carriers = ["进行", "予以", "给予", "加以", "作", "做", "做好", "开展", "完成", "组织", "负责", "全面", "逐项", "、"]

  /// What a clause ends with that says when or where, not what.
  static let circumstanceEnds = ["后", "时", "前", "之际", "期间", "过程中", "情况下", "中", "的", "起", "内", "之日"]

  /// What a first clause begins with that is no action; 负责 opens a duty.
  static let noActions = ["不得", "不应", "不准", "不许", "严禁", "禁止", "请勿", "切勿", "负责"]

  /// Words between a joiner and its verb.
  static let leads = WordTable([
    "并且", "并", "然后", "随后", "之后", "而后", "接着", "同时", "最后", "首先", "其次", "再次", "再", "先", "后", "应当", "应该", "应", "须", "需要",
    "需", "要",
    "请", "必须", "及时", "立即", "马上", "当场", "重新", "逐项", "逐一", "逐个", "统一", "认真", "仔细", "严格", "如实", "共同", "一同", "一起", "亲自",
    "全面",
    "and", "then", "also",
  ])

  /// Words that put the object before the verb.
  static let objectMarks = ["将", "把", "对", "向"]

  /// Words that join actions.
  static let joiners = WordTable([
    "并且", "并", "然后", "随后", "同时", "再", " and then ", " and ", ", then ", " then ",
  ])

  /// Characters that make another word with 并, 再 or 同时.
  static let notJoinersAfter = ["合", "一", "兼", "吞", "归", "不", "撤", "的"]

  /// Looking at what was just done is one act with it: 检查并确认.
  static let checks = ["确认", "核实", "核对", "确定", "验证", "confirm", "verify"]

  /// What follows a verb that is used as a noun.
  static let nounEnds = WordTable([
    "人员", "结果", "情况", "完成", "完毕", "合格", "通过", "内容", "方案", "制度", "标准", "质量", "单位", "机构", "方式", "方法", "流程", "程序", "范围",
    "保存", "日期",
    "时间", "目标", "形象", "架构", "结构", "细则", "意见", "部门", "应由", "应当", "应该", "应在", "可以", "必须", "等",
  ])

  /// What makes a noun or a subject of the verb before it, when the clause ends there or goes on with one of
  /// `nounFollowers`: 检查表, 审核人应…; not 填写表格, 通知员工.
  static let nounSuffixes = WordTable([
    "人", "员", "者", "表", "单", "书", "函", "部", "方", "率", "性", "期", "量", "点", "区", "台", "室", "间", "费",
  ])
  static let nounFollowers = WordTable([
    "的", "由", "应", "需", "须", "要", "均", "为", "是", "不", "已", "未", "、", "与", "和", "及", "在", "对", "负责",
  ])

  /// What makes a statement or a circumstance of a verb: 登记后, 检查的, 记录应, unless it begins one of `objects`.
  static let particles = WordTable([
    "中", "后", "时", "前", "的", "由", "应", "需", "须", "要", "均", "为", "是", "不", "已", "未", "无", "有", "了", "过", "将", "会", "可",
  ])
  static let objects = WordTable([
    "应急", "前台", "前门", "前厅", "前端", "后门", "后台", "后厨", "后场", "会员", "会议", "会场", "会签", "有无", "有关", "有害", "不锈", "不良", "不合格",
    "不符", "中控", "中央",
    "中庭", "中转", "时钟", "可燃", "可疑", "要点", "无线", "无关", "无误", "已有", "未完", "未付", "未售", "需求", "需要", "过道", "过期", "过滤", "的士",
  ])

  /// What follows an English verb that has an object.
  static let determiners = [
    " the ", " a ", " an ", " all ", " each ", " every ", " it", " them", " its ", " their ", " to ", " both ", " any ",
    " no ",
  ]
}

extension ActionWords {
  /// What is better written as a field than as a step of its own.
  static let records = ["登记", "记录", "填写", "做好记录", "填报", "签字", "签名", "盖章", "签署"]
  /// Telling someone what was done.
  static let notices = ["通知", "告知", "上报", "汇报", "报告", "报", "抄送"]
}
