#!/usr/bin/env python3
"""Makes a handbook with a long ledger: make_ledger.py FOLDER DOCUMENTS VERSIONS EVENTS.

Each document has so many sealed versions; reviews fill the ledger up to so many events. T-1 can be issued anew.
"""
import hashlib, json, os, sys

folder, documents, versions, events = sys.argv[1], *map(int, sys.argv[2:5])
sha = lambda data: hashlib.sha256(data).hexdigest()
canonical = lambda value: json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
os.makedirs(f"{folder}/content/procedures"), os.makedirs(f"{folder}/content/roles"), os.makedirs(f"{folder}/content/issued/_objects")


def text(code, version, day):
    steps = "".join(f"{n}. **店长** 核对第 {n} 项，{code} 第 {version} 版\n   - 期限：当日\n" for n in range(1, 31))
    return (f"---\n编号: {code}\n名称: 流程{code}\n部门: 营运部\n负责人: 店长\n版本: {version}\n状态: 批准\n生效日期: {day}\n用法: 边读边做\n修订说明: 改\n"
            f"审批:\n  - 编制 店长 丙某 {day}\n  - 审核 店长 乙某 {day}\n  - 批准 店长 甲某 {day}\n---\n## 适用范围\n门店\n\n## 术语\n无\n\n## 步骤\n{steps}\n"
            "## 风险\n无\n\n## 相关文件\n无\n").encode()


def keep(data):
    with open(f"{folder}/content/issued/_objects/{sha(data)}", "wb") as out: out.write(data)
    return sha(data)


role = "---\n名称: 店长\n部门: 营运部\n---\n".encode()
context = keep(canonical({"documents": {}, "files": {"roles/店长.md": keep(role)}}) + b"\n")
with open(f"{folder}/content/roles/店长.md", "wb") as out: out.write(role)
with open(f"{folder}/content/handbook.yml", "w") as out: out.write("名称: 量\n")
prev, seq = "0" * 64, 0
with open(f"{folder}/content/issued/ledger.jsonl", "wb") as ledger:
    def add(event):
        global prev, seq
        seq += 1
        event = {"at": "2026-01-01T10:00:00+08:00", "prev": prev, "seq": seq, **event}
        event["hash"] = prev = sha(canonical(event))
        ledger.write(canonical(event) + b"\n")

    for version in range(1, versions + 1):
        for number in range(1, documents + 1):
            code, data = f"T-{number}", text(f"T-{number}", f"1.{version}", "2026-01-01")
            os.makedirs(f"{folder}/content/issued/{code}/1.{version}")
            with open(f"{folder}/content/issued/{code}/1.{version}/{code}.md", "wb") as out: out.write(data)
            approvals = [{"action": a, "role": "店长", "person": p, "at": "2026-01-01"} for a, p in (("drafted", "丙某"), ("reviewed", "乙某"), ("approved", "甲某"))]
            add({"event": "issue", "kind": "procedure", "code": code, "version": f"1.{version}", "language": "zh-CN", "path": f"procedures/{code}.md",
                 "effective": "2026-01-01", "title": f"流程{code}", "note": "改", "approvals": approvals, "files": {f"procedures/{code}.md": sha(data)}, "context": context})
    while seq < events:
        add({"event": "review", "code": f"T-{seq % documents + 1}", "version": f"1.{versions}", "by": "店长 甲某", "outcome": "继续有效", "note": "对照全年记录"})
with open(f"{folder}/content/procedures/T-1.md", "wb") as out: out.write(text("T-1", "2.0", "2026-02-01"))
