#!/usr/bin/env python3
"""Checks content/issued/ without Handrail, by its documented form alone (docs/issuing.md): verify.py FOLDER"""
import hashlib, json, os, sys

folder, previous, known = sys.argv[1], "0" * 64, {"ledger.jsonl", "ledger.sig"}
sha = lambda data: hashlib.sha256(data).hexdigest()
order = lambda value: {k: order(value[k]) for k in sorted(value, key=lambda k: k.encode("utf-16-be"))} if isinstance(value, dict) else [order(v) for v in value] if isinstance(value, list) else value
canonical = lambda value: json.dumps(order(value), ensure_ascii=False, separators=(",", ":")).encode()
def check(place, digest):
    known.add(place)
    data = open(os.path.join(folder, place), "rb").read()
    assert sha(data) == digest, f"{place} was altered"
    return data
for number, line in enumerate(open(os.path.join(folder, "ledger.jsonl"), "rb").read().split(b"\n")[:-1], 1):
    event = json.loads(line)
    assert canonical(event) == line, f"line {number} is not canonical"
    found = event.pop("hash")
    assert (event["seq"], event["prev"], sha(canonical(event))) == (number, previous, found), f"line {number} was altered"
    previous = found
    for path, digest in event.get("files", {}).items():
        beside = path.endswith(".md") and os.path.dirname(path) == os.path.dirname(event["path"])
        check(f"{event['code']}/{event['version'].replace('/', '-')}/{os.path.basename(path)}" if beside else f"_objects/{digest}", digest)
    if "context" in event:
        for digest in json.loads(check(f"_objects/{event['context']}", event["context"]))["files"].values(): check(f"_objects/{digest}", digest)
extra = {os.path.relpath(os.path.join(at, name), folder) for at, _, names in os.walk(folder) for name in names if not name.startswith(".")} - known
assert not extra, f"not in the ledger: {sorted(extra)}"
print("sound; head", previous)
