"""importsFunction: a function that another file holds"""
from chalice import Chalice
from chalicelib.stores import get

app = Chalice(app_name="corpus")


@app.lambda_function()
def imports_function(event, context):
    return get(event["id"])
