"""Compares two logs of pytest: what fails in the second and not in the first."""

import re
import sys


def failures(path):
    with open(path) as log:
        return set(re.findall(r"^(?:FAILED|ERROR) (\S+)", log.read(), re.MULTILINE))


stock, ours = map(failures, sys.argv[1:])
for test in sorted(ours - stock):
    print(f"fails only with our renderer: {test}")
for test in sorted(stock - ours):
    print(f"fails only with the stock renderer: {test}")
print(f"failures: stock {len(stock)}, ours {len(ours)}, only ours {len(ours - stock)}")
sys.exit(bool(ours - stock))
