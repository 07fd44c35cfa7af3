#!/usr/bin/env python3
"""The same bytes on every run: each case twice, under two seeds of the standard library's hashing.

usage: repeat.py PROGRAM
"""
import os, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))


def run(folder, fixed):
    env = dict(os.environ)
    env.pop("SWIFT_DETERMINISTIC_HASHING", None)
    if fixed:
        env["SWIFT_DETERMINISTIC_HASHING"] = "1"
    cmd = [sys.argv[1], "diff", folder + "/old.md", folder + "/new.md", "--format", "json"]
    return subprocess.run(cmd, capture_output=True, env=env, timeout=60).stdout


bad = 0
for name in sorted(os.listdir(HERE)):
    folder = os.path.join(HERE, name)
    if os.path.exists(folder + "/expect.json") and run(folder, False) != run(folder, True):
        print("DIFFERS " + name)
        bad += 1
print("%d differ" % bad)
sys.exit(1 if bad else 0)
