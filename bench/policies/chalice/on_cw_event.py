"""sendsCommand: the plain case, called by an event of EventBridge"""
from chalice import Chalice
import boto3

app = Chalice(app_name="corpus")
client = boto3.client("dynamodb")


@app.on_cw_event({"source": ["shop"]})
def handler(event):
    client.put_item(TableName="Orders", Item={"id": {"S": "1"}})
