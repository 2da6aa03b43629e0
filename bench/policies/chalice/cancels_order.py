"""cancelsOrder: the object is handed to another class, which keeps it in a field"""
from chalice import Chalice
import boto3

app = Chalice(app_name="corpus")


class OrderRepository:
    def __init__(self):
        self.client = boto3.client("dynamodb")
        self.queue = boto3.client("sqs")

    def remove(self, key):
        self.client.delete_item(TableName="Orders", Key={"id": {"S": key}})
        self.queue.send_message(QueueUrl="Jobs", MessageBody=key)


class Shop:
    def __init__(self, repository):
        self.repository = repository

    def cancel(self, key):
        return self.repository.remove(key)


@app.lambda_function()
def cancels_order(event, context):
    return Shop(OrderRepository()).cancel(event["id"])
