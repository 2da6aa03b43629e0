"""sendsCommand: the plain case, called by a table's stream"""
from chalice import Chalice
import boto3

app = Chalice(app_name="corpus")
client = boto3.client("dynamodb")


@app.on_dynamodb_record(stream_arn="arn:aws:dynamodb:us-east-1:123456789012:table/Users/stream/label")
def handler(event):
    client.put_item(TableName="Orders", Item={"id": {"S": "1"}})
