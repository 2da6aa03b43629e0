"""sendsCommand: the plain case, called by a schedule"""
from chalice import Chalice
import boto3

app = Chalice(app_name="corpus")
client = boto3.client("dynamodb")


@app.schedule("rate(1 hour)")
def handler(event):
    client.put_item(TableName="Orders", Item={"id": {"S": "1"}})
