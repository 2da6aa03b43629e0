"""sendsCommand: the plain case, called by a topic"""
from chalice import Chalice
import boto3

app = Chalice(app_name="corpus")
client = boto3.client("dynamodb")


@app.on_sns_message(topic="News")
def handler(event):
    client.put_item(TableName="Orders", Item={"id": {"S": "1"}})
