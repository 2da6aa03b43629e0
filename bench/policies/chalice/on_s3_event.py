"""sendsCommand: the plain case, called by a bucket"""
from chalice import Chalice
import boto3

app = Chalice(app_name="corpus")
client = boto3.client("dynamodb")


@app.on_s3_event(bucket="Files")
def handler(event):
    client.put_item(TableName="Orders", Item={"id": {"S": "1"}})
