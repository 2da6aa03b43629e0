"""Runs AWS's SAM transform offline: translate.py IN.json OUT.json. Exits 1 with the causes where SAM refuses."""

import json
import os
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")

from samtranslator.model.exceptions import InvalidDocumentException
from samtranslator.translator.transform import transform

CODE_OF = {"AWS::Serverless::Function": "CodeUri", "AWS::Serverless::LayerVersion": "ContentUri"}


class NoManagedPolicies:
    """SAM asks IAM for its managed policies; Tankard's templates attach none."""

    def load(self):
        return {}


def main(source, target):
    with open(source, encoding="utf-8") as file:
        document = json.load(file)
    # SAM takes code from S3 only; a local path is what `aws cloudformation package` replaces.
    for resource in document["Resources"].values():
        name = CODE_OF.get(resource["Type"])
        if name:
            zip_name = resource["Properties"][name]
            resource["Properties"][name] = f"s3://code-bucket/{zip_name}"
    try:
        translated = transform(document, {}, NoManagedPolicies())
    except InvalidDocumentException as error:
        print(error.message, *(cause.message for cause in error.causes), sep="\n", file=sys.stderr)
        return 1
    with open(target, "w", encoding="utf-8") as file:
        json.dump(translated, file, indent=1)
    return 0


sys.exit(main(sys.argv[1], sys.argv[2]))
