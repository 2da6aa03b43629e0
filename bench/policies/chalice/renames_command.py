"""renamesCommand: the method has another name here"""
from chalice import Chalice
import boto3

app = Chalice(app_name="corpus")
client = boto3.client("dynamodb")
remove = client.delete_item


@app.lambda_function()
def renames_command(event, context):
    remove(TableName="Orders", Key={"id": {"S": event["id"]}})
