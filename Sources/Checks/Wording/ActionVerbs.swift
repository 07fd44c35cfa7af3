/// Verbs that steps are made of. A part of a sentence counts as an action of its own only when it begins with one of
/// them, so that lists of things, purposes and remarks are not counted.
enum ActionVerbs {
  /// Two characters each: what people do in procedures of offices, shops, halls and workshops. Left out are verbs that
  /// mostly say how or what for (确保, 保证, 保持, 提高, 加强, 达到, 避免, 防止, 负责) and those that are mostly nouns (工作, 要求, 计划).
  private static let chinese = """
    检查 检验 检测 检修 核对 核实 核查 核准 核定 复核 复查 复检 查验 查看 查阅 查询 查明 抽查 抽检 巡查 巡视 巡检 清点 盘点 点验
    确认 确定 评估 评审 评定 审核 审查 审批 审定 审阅 会签 签字 签署 签名 签收 签发 盖章 批准 批复 验收 验证 测试 测量 试运行 试机
    登记 记录 填写 填报 录入 输入 统计 汇总 整理 归档 存档 保存 备份 编号 标记 标识 编写 编制 制定 制订 拟定 拟订 起草 撰写 修改 修订
    完善 调整 更新 补充 更换 替换 打印 复印 装订 扫描 拍照 上传 下载 发布 公布 公示 公告 张贴 发送 发放 分发 下发 下达 转发 派发 寄送
    提交 提报 上报 报送 报告 汇报 报请 呈报 呈送 送交 送达 移交 转交 交接 交付 交回 交还 退回 退还 归还 返还 领取 领用 借用 接收 收取
    收集 收回 回收 征集 搜集 汇集 通知 告知 通报 传达 联系 联络 沟通 协调 协商 洽谈 商定 邀请 邀约 召集 召开 主持 组织 安排 布置 部署
    分配 分解 分派 指派 指定 委派 调配 调派 抽调 增派 落实 执行 实施 启动 启用 开启 打开 关闭 关停 停止 停用 暂停 恢复 切断 切换 接通
    断开 连接 拆除 拆卸 搭建 安装 调试 校准 校对 清洁 清扫 清理 清除 清洗 消毒 打扫 擦拭 维修 维护 保养 修理 修复 处理 处置 处罚 解决
    排查 排除 整改 纠正 隔离 封存 封闭 锁闭 锁好 上锁 锁门 解锁 打包 包装 装箱 装车 卸货 搬运 运送 运输 配送 入库 出库 上架 下架 补货
    采购 购买 购置 询价 比价 招标 签订 付款 支付 缴纳 缴存 收款 退款 报销 核销 结算 结清 拨付 开具 开票 计算 测算 预算 编排 排定 制作 设计
    绘制 撤离 疏散 引导 迎接 迎候 接待 护送 劝阻 劝离 阻止 制止 拦住 报警 求助 呼叫 拨打 广播 播放 宣布 宣读 宣讲 讲解 培训 演练 彩排
    考核 面试 录用 公开 销毁 注销 作废 撤销 取消 删除 驳回 受理 立案 结案 回复 答复 回访 跟踪 跟进 督促 监督 分析 总结 比较 对比 筛选
    修正 监控 预览 统筹 戴好 穿好 系好 装好 关好 关严 擦净 擦干 垫好 拧紧 旋紧 放好 摆好 封好 选择 选定 挑选 选派 申请 办理 申报 备案 报备 建立 设立 成立 组建 准备 备齐 摆放 陈列 悬挂 穿戴 佩戴 加注 加满 充电 通电 断电 送电
    """

  /// Base forms that stand before an object.
  private static let english = """
    check verify confirm inspect test measure count record register enter fill sign stamp approve review reject file archive save
    print post send submit report notify inform tell call hand deliver return collect receive open close lock unlock start stop
    switch turn set reset connect disconnect remove install replace clean wipe tidy repair pack load unload move bring take put
    place write draft update revise publish announce assign appoint hold convene walk guide escort evacuate block isolate seal
    pay refund calculate prepare train order cancel delete destroy choose select
    """

  private static let table = WordTable(
    (chinese + " " + english).split { $0 == " " || $0 == "\n" }.map(String.init))

  /// The verb that begins at an index.
  static func match(_ bytes: [UInt8], at index: Int) -> Range<Int>? { table.match(bytes, at: index)?.range }

  /// Whether a range begins with a verb, or with a small word such as 逐项 or 对 and a verb behind.
  static func opens(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound, index < range.lowerBound + 18 {
      if let verb = match(bytes, at: index) {
        return isImperative(bytes, verb, range.upperBound) && !bytes.holds("工作", at: verb.upperBound)
      }
      index += TextMeasure.length(bytes, at: index)
    }
    return false
  }

  /// Whether a verb tells to do something, and is not a noun or the subject of a statement.
  ///
  /// - Parameter end: where its clause ends.
  static func isImperative(_ bytes: [UInt8], _ verb: Range<Int>, _ end: Int) -> Bool {
    let next = verb.upperBound
    if verb.lowerBound < bytes.count, bytes[verb.lowerBound] < 0x80 {
      return bytes.holdsAny(ActionWords.determiners, at: next)
    }
    if next >= end { return true }
    if ActionWords.nounEnds.match(bytes, at: next) != nil { return false }
    if ActionWords.nounSuffixes.match(bytes, at: next) != nil {
      return next + 3 < end && ActionWords.nounFollowers.match(bytes, at: next + 3) == nil
    }
    return ActionWords.particles.match(bytes, at: next) == nil || ActionWords.objects.match(bytes, at: next) != nil
  }

  /// Whether any verb stands in a range.
  static func stands(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if let match = match(bytes, at: index), match.upperBound <= range.upperBound { return true }
      index += TextMeasure.length(bytes, at: index)
    }
    return false
  }
}
