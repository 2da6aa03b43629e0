"""What boto3 makes of the queues and topics of an endpoint, as JSON."""
import json
import sys

import boto3

session = boto3.Session(aws_access_key_id="test", aws_secret_access_key="test", region_name="us-east-1")
sqs = session.client("sqs", endpoint_url=sys.argv[1])
sns = session.client("sns", endpoint_url=sys.argv[1])


def refused(call, **inputs):
    try:
        call(**inputs)
    except Exception as error:
        return error.response["Error"]["Code"]


fifo = {"FifoQueue": "true", "ContentBasedDeduplication": "true"}
ordered = sqs.create_queue(QueueName="boto.fifo", Attributes=fifo)["QueueUrl"]
kind = {"kind": {"DataType": "Binary", "BinaryValue": b"\x01"}}
sqs.send_message(QueueUrl=ordered, MessageBody="grüße <&>", MessageGroupId="a", MessageAttributes=kind)
names = {"MessageAttributeNames": ["All"], "MessageSystemAttributeNames": ["All"]}
[message] = sqs.receive_message(QueueUrl=ordered, **names)["Messages"]
sqs.delete_message(QueueUrl=ordered, ReceiptHandle=message["ReceiptHandle"])

queue = sqs.create_queue(QueueName="boto")["QueueUrl"]
arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
topic = sns.create_topic(Name="boto")["TopicArn"]
raw = {"RawMessageDelivery": "true", "FilterPolicy": json.dumps({"kind": ["a"]})}
sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn, Attributes=raw)
entries = [
    {"Id": kind, "Message": text, "MessageAttributes": {"kind": {"DataType": "String", "StringValue": kind}}}
    for kind, text in (("a", "raw"), ("b", "filtered"))
]
sns.publish_batch(TopicArn=topic, PublishBatchRequestEntries=entries)
published = sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=5, MaxNumberOfMessages=10)["Messages"]

print(
    json.dumps(
        {
            "body": message["Body"],
            "attributes": list(message["MessageAttributes"]),
            "group": message["Attributes"]["MessageGroupId"],
            "published": [one["Body"] for one in published],
            "refused": [
                refused(sqs.get_queue_url, QueueName="nowhere"),
                refused(sns.publish, TopicArn=f"{topic}-nowhere", Message="a"),
            ],
        }
    )
)
