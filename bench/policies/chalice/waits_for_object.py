"""waitsForObject: a waiter"""
from chalice import Chalice
import boto3

app = Chalice(app_name="corpus")
client = boto3.client("s3")


@app.lambda_function()
def waits_for_object(event, context):
    client.get_waiter("object_exists").wait(Bucket="Files", Key=event["id"])
