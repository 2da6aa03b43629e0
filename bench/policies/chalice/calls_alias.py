"""callsAlias: a function under an alias"""
from chalice import Chalice
import boto3

app = Chalice(app_name="corpus")
client = boto3.client("dynamodb")


def read(table, key):
    return client.get_item(TableName=table, Key={"id": {"S": key}})


load = read


@app.lambda_function()
def calls_alias(event, context):
    return load("Orders", event["id"])
