"""Runs parliament on IAM policies: reads {name: policy} as JSON from standard input, prints [{policy, issue, detail, location}]."""

import json
import sys

from parliament import analyze_policy_string

findings = []
for name, policy in json.load(sys.stdin).items():
    for finding in analyze_policy_string(json.dumps(policy)).findings:
        findings.append(
            {"policy": name, "issue": finding.issue, "detail": str(finding.detail), "location": str(finding.location)}
        )
json.dump(findings, sys.stdout)
