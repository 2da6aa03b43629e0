"""findsOrder: one method of a class that has three"""
from chalice import Chalice
import boto3

app = Chalice(app_name="corpus")


class OrderRepository:
    def __init__(self):
        self.client = boto3.client("dynamodb")

    def find(self, key):
        return self.client.get_item(TableName="Orders", Key={"id": {"S": key}})

    def remove(self, key):
        return self.client.delete_item(TableName="Orders", Key={"id": {"S": key}})


repository = OrderRepository()


@app.lambda_function()
def finds_order(event, context):
    return repository.find(event["id"])
