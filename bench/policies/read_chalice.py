"""Prints what Chalice's analyzer gives each of the apps in a folder: {file: {"case": …, "statements": […]}}."""

import json
import pathlib
import sys

from chalice.policy import policy_from_source_code

read = {}
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.py")):
    source = path.read_text()
    policy = policy_from_source_code(source)
    read[path.stem] = {"case": source.split('"""')[1], "statements": policy["Statement"]}
json.dump(read, sys.stdout)
