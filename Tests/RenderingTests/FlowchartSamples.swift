internal import Rendering

/// Charts that the tests draw: two procedures from the stores and some that are made to be awkward.
enum FlowchartSamples {
  typealias Node = Flowchart.Node
  typealias Edge = Flowchart.Edge

  static func lanes(_ names: String...) -> [Flowchart.Lane] { names.map(Flowchart.Lane.init(name:)) }

  static func step(
    _ number: Int, _ text: String, lane: Int, others: [Int] = [], stage: String? = nil, killer: Bool = false,
    optional: Bool = false
  ) -> Node {
    Node(
      .step, label: "\(number)", text: text, lane: lane, others: others, stage: stage, href: "#step-\(number)",
      isKiller: killer, isOptional: optional)
  }

  /// A store's day: five roles, two pause points, a loop of one step.
  static let day = Flowchart(
    lanes: lanes("楼层主管", "保安员", "导购员", "值班主管", "保安主管"),
    nodes: [
      Node(.start, text: "开始", lane: 0),
      step(1, "在员工通道迎候导购员打卡", lane: 0, others: [1, 4], stage: "营业前"),
      step(2, "召开晨会", lane: 0, others: [3], stage: "营业前"),
      step(3, "完成专柜开店准备", lane: 2, others: [0], stage: "营业前"),
      Node(.pause("检查点：开门"), lane: 3),
      Node(.decision("大门外有异常"), label: "4", text: "下令开门", lane: 3, others: [1], href: "#step-4", isKiller: true),
      step(5, "巡场", lane: 0, stage: "营业中"),
      step(6, "分两批就餐", lane: 2, stage: "营业中"),
      step(7, "主持早晚班交接", lane: 0, stage: "营业中"),
      Node(.pause("检查点：关门"), lane: 1),
      step(8, "关闭上行扶梯", lane: 1),
      step(9, "会同值班主管从六楼到负一楼清场", lane: 4, others: [3], killer: true),
      Node(.end, text: "结束", lane: 4),
    ],
    edges: (0..<12).map { Edge(from: $0, to: $0 + 1) } + [Edge(from: 5, to: 5, label: "秩序正常后", kind: .loop)])

  /// A campaign: a review that sends back, a reference to the contingency section, a step that class B takes instead.
  static let campaign = Flowchart(
    lanes: lanes("市场公关部", "分公司市场专员", "市场推广部", "督导", "顾问"),
    nodes: [
      Node(.start, text: "开始", lane: 0),
      Node(.decision(""), label: "1", text: "编写活动方案和费用预算", lane: 0, stage: "策划", href: "#step-1"),
      step(2, "编写 B类活动计划", lane: 1, stage: "策划", optional: true),
      Node(.decision(""), label: "3", text: "组织评审", lane: 2, others: [0], stage: "策划", href: "#step-3"),
      step(4, "分解任务到人", lane: 2, stage: "准备"),
      step(5, "发布活动地点和通告", lane: 1, stage: "准备"),
      step(6, "组织店内人员彩排", lane: 1, stage: "准备"),
      step(7, "打包物资", lane: 1, stage: "准备", killer: true),
      Node(.decision(""), label: "8", text: "按分工监督现场", lane: 3, stage: "实施与总结", href: "#step-8"),
      step(9, "总结活动情况", lane: 1, others: [4], stage: "实施与总结"),
      step(10, "邀约名单客户", lane: 4, stage: "实施与总结"),
      Node(.end, text: "结束", lane: 4),
      Node(.external("应急"), text: "启动备选方案", lane: 0, href: "#应急"),
    ],
    edges: (0..<11).map { Edge(from: $0, to: $0 + 1) } + [
      Edge(from: 1, to: 3, label: "A类、C类", kind: .branch),
      Edge(from: 3, to: 1, label: "评审未通过：按意见修改方案", kind: .loop),
      Edge(from: 8, to: 12, label: "天气或客诉使活动无法继续", kind: .branch),
    ])

  private static let actions = [
    "核对采购订单与送货单", "抽样检验并登记批号", "在系统中录入到货数量", "会同供应商确认差异并签字，拍照留存后上传", "通知仓库安排卸货",
    "复核价格", "填写《到货验收单》", "把不合格品移到隔离区（挂红牌）", "打印标签 SKU-2026/A", "上报区域经理",
  ]

  /// The largest single chart: forty steps, eight roles, nested loops, jumps ahead, a pause point.
  static let large: Flowchart = {
    var nodes = (1...40).map { number in
      step(
        number, actions[number * 7 % 10], lane: number * 5 % 8, others: number % 6 == 0 ? [(number + 3) % 8] : [],
        stage: ["到货", "验收", "入库", "结算"][(number - 1) / 10], killer: number % 13 == 0)
    }
    for index in [8, 17, 26, 33] { nodes[index].kind = .decision("") }
    nodes.insert(Node(.pause("检查点：入库前复核"), lane: 0), at: 20)
    let next = (0..<40).map { Edge(from: $0, to: $0 + 1) }
    return Flowchart(
      lanes: lanes("采购专员", "仓库主管", "收货员", "质量检验工程师", "财务部应付会计", "供应商代表", "区域经理", "总经理办公室文秘"),
      nodes: nodes,
      edges: next + [
        Edge(from: 8, to: 5, label: "数量不符", kind: .loop), Edge(from: 17, to: 3, label: "抽检不合格，退回重验", kind: .loop),
        Edge(from: 17, to: 22, label: "免检供应商", kind: .branch), Edge(from: 27, to: 24, label: "标签错误", kind: .loop),
        Edge(from: 34, to: 18, label: "金额差异超过 5%", kind: .loop), Edge(from: 34, to: 39, label: "无差异", kind: .branch),
      ])
  }()
}
