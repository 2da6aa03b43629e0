"""usesFactory: a factory makes what the handler calls"""
from chalice import Chalice
import boto3

app = Chalice(app_name="corpus")
client = boto3.client("dynamodb")


def make_get(table):
    def get(key):
        return client.get_item(TableName=table, Key={"id": {"S": key}})

    return get


get_user = make_get("Users")


@app.lambda_function()
def uses_factory(event, context):
    return get_user(event["id"])
