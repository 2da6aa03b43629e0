"""sendsCommand: the plain case, called by a queue"""
from chalice import Chalice
import boto3

app = Chalice(app_name="corpus")
client = boto3.client("dynamodb")


@app.on_sqs_message(queue="Jobs")
def handler(event):
    client.put_item(TableName="Orders", Item={"id": {"S": "1"}})
