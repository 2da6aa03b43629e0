"""Runs commands of the AWS CLI: reads [[word]] as JSON from standard input, prints what each came to as [text].

All in one process, because each would take half a second to start. `$name` stands for what a command before it gave: one whose first word
is `name=`.
"""

import contextlib
import io
import json
import sys

from awscli.clidriver import create_clidriver

kept = {}
driver = create_clidriver()


def filled(word):
    for name, value in kept.items():
        word = word.replace(f"${name}", value)
    return word


def run(words):
    output = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        try:
            driver.main([filled(word) for word in words])
        except SystemExit:
            pass
    return output.buffer.getvalue().decode().strip()


results = []
for words in json.load(sys.stdin):
    name = words.pop(0)[:-1] if words[0].endswith("=") else None
    results.append(run(words))
    if name:
        kept[name] = results[-1]
print(json.dumps(results))
