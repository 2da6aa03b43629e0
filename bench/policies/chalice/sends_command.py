"""sendsCommand: a client sends a command (the plain case)"""
from chalice import Chalice
import boto3

app = Chalice(app_name="corpus")
client = boto3.client("dynamodb")


@app.lambda_function()
def sends_command(event, context):
    client.put_item(TableName="Orders", Item={"id": {"S": event["id"]}})
