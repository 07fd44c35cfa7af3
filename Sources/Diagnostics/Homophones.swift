/// Han characters that sound alike but for the tone, so that an input method easily gives one for the other.
///
/// Not a dictionary: the characters that names of roles, departments, documents and sections are mostly made of.
enum Homophones {
  private static let groups = """
    员圆原园源缘元援院 经京精晶净静镜境径竞敬警景 理里李立利力历丽离例礼 主助住注驻柱著祝 管馆官观关冠贯惯 \
    监间建检简件见健减坚 长常场厂唱 组祖足阻 部布步不补 课科可克客 室市试式事是视士师十时实食示始世势史使湿施 \
    人任认仁 保报宝抱饱 安按案岸暗 全权圈 电店点典殿 工公攻功供共 程成城承呈诚乘 会汇惠回 \
    计记机技级集积纪季及急即极基击 务物无五午屋误 收首手受授售守 银因音引印饮 财才材采彩菜 购够构 销小消效校笑 \
    货活火获或 质治制值职直执指纸志知至置只支 量粮两 防方房访放仿 巡询寻训讯 查茶差察 清情请青轻庆 \
    洁节结接街解界介戒 领令另零灵 班办板版半般搬伴 登等灯 录路陆鹿露 表标 单担淡弹 流留六刘 交教焦角脚较缴 \
    闭必币毕壁避 盘判盼 仓苍 设社射涉 备被背倍 维为位卫未围微 修休秀 培陪赔配 核合和河何 顾故固古 \
    服福符付副富府复负 投头 诉苏速素 处出除初 营应硬影英迎 运云允 策册侧测 划画化话华花 同通统痛 \
    律绿率 行形型兴性姓星醒 政正证整争征 书输树数属疏 秘密蜜 文问闻温 档荡党 项向像象相箱香响想 目木幕 \
    协写谢些鞋携 调条跳 资自字子姿紫 空控孔恐 夜业页叶 散三伞 预与语育遇雨于余 演烟眼严颜沿研验 练连联链 \
    续序需须许叙 规归贵柜轨 章张掌涨障账帐 度读独督毒 定订丁 审身深申伸神慎 改该 进近紧金今尽 意义议易异已以一医依 \
    商上伤 户护互湖呼 台抬太态 用永
    """

  private static let group: [UInt32: Int] = {
    var table: [UInt32: Int] = [:]
    for (number, group) in groups.split(separator: " ").enumerated() {
      for scalar in group.unicodeScalars where table[scalar.value] == nil { table[scalar.value] = number }
    }
    return table
  }()

  /// Whether two different characters sound alike.
  static func areAlike(_ a: UInt32, _ b: UInt32) -> Bool {
    guard a >= 0x4E00, b >= 0x4E00, let one = group[a], let other = group[b] else { return false }
    return one == other
  }
}
