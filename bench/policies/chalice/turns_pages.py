"""turnsPages: a paginator"""
from chalice import Chalice
import boto3

app = Chalice(app_name="corpus")
client = boto3.client("dynamodb")


@app.lambda_function()
def turns_pages(event, context):
    pages = client.get_paginator("query").paginate(
        TableName="Orders",
        KeyConditionExpression="id = :id",
        ExpressionAttributeValues={":id": {"S": event["id"]}},
    )
    return sum(page["Count"] for page in pages)
