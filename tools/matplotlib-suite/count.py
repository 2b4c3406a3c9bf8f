"""Sums up the records of the plugin; fails unless all pass and none differs from stock."""

import argparse
import json
import sys

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("records")
parser.add_argument("--of", nargs=2, type=int, help="how many comparisons of each kind there must be")
options = parser.parse_args()

with open(options.records) as lines:
    records = [json.loads(line) for line in lines]
passed = {"baseline": 0, "equal": 0}
found = dict(passed)
for record in records:
    found[record["kind"]] += 1
    passed[record["kind"]] += record["passed"]
    for fact, words in ("passed", "fails"), ("same", "differs from stock"):
        if not record[fact]:
            print(f"{record['test']} {words}")
differ = sum(not record["same"] for record in records)
of = options.of or list(found.values())
print(f"baselines: {passed['baseline']}/{of[0]}, equal figures: {passed['equal']}/{of[1]}, "
      f"differ from stock: {differ}")
sys.exit(differ > 0 or list(passed.values()) != of)
