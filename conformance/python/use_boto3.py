"""What boto3's own conveniences make of an endpoint, as JSON: resources, waiters, paginators, transfers in parts."""

import io
import json
import sys

import boto3
from boto3.s3.transfer import TransferConfig

session = boto3.Session(aws_access_key_id="test", aws_secret_access_key="test", region_name="us-east-1")
endpoint = {"endpoint_url": sys.argv[1]}

table = session.resource("dynamodb", **endpoint).create_table(
    TableName="boto",
    KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
    AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
    BillingMode="PAY_PER_REQUEST",
)
table.wait_until_exists()
with table.batch_writer() as batch:
    for number in range(30):
        batch.put_item(Item={"id": str(number), "tags": {"a", "b"}, "number": number})
pages = session.client("dynamodb", **endpoint).get_paginator("scan").paginate(TableName="boto", PaginationConfig={"PageSize": 7})

bucket = session.resource("s3", **endpoint).create_bucket(Bucket="boto")
large = bytes(range(256)) * 48 * 1024
part = TransferConfig(multipart_threshold=5 << 20, multipart_chunksize=5 << 20)
bucket.upload_fileobj(io.BytesIO(large), "large", Config=part, ExtraArgs={"Metadata": {"kind": "large"}})
downloaded = io.BytesIO()
bucket.download_fileobj("large", downloaded, Config=part)
for number in range(25):
    bucket.put_object(Key=f"small/{number}", Body=b"x")
listed = session.client("s3", **endpoint).get_paginator("list_objects_v2").paginate(
    Bucket="boto", Prefix="small/", PaginationConfig={"PageSize": 10}
)
result = {
    "scanned": [page["Count"] for page in pages],
    "item": {name: sorted(value) if isinstance(value, set) else str(value) for name, value in table.get_item(Key={"id": "7"})["Item"].items()},
    "same": downloaded.getvalue() == large,
    "etag": bucket.Object("large").e_tag[-3:],
    "metadata": bucket.Object("large").metadata,
    "listed": [page["KeyCount"] for page in listed],
    "deleted": sum(len(page["Deleted"]) for page in bucket.objects.all().delete()),
    "invoked": json.load(session.client("lambda", **endpoint).invoke(FunctionName="clients-local-double", Payload=b'{"n":3}')["Payload"]),
}
stream = session.client("kinesis", **endpoint)
stream.create_stream(StreamName="boto", ShardCount=1)
stream.get_waiter("stream_exists").wait(StreamName="boto", WaiterConfig={"Delay": 1})
stream.put_records(StreamName="boto", Records=[{"Data": text.encode(), "PartitionKey": "a"} for text in ("one", "two")])
iterator = stream.get_shard_iterator(StreamName="boto", ShardId="shardId-000000000000", ShardIteratorType="TRIM_HORIZON")
result["read"] = [record["Data"].decode() for record in stream.get_records(ShardIterator=iterator["ShardIterator"])["Records"]]
print(json.dumps(result))
