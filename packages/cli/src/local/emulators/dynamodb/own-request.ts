import type { AwsRequest } from '../../endpoint/message.ts';
import { ownSignature } from '../../endpoint/own-signature.ts';

const STREAM_OPERATIONS = new Set(['ListStreams', 'DescribeStream', 'GetShardIterator', 'GetRecords']);

/** A request as an SDK would make it. */
export function requestOf(operation: string, input: object, region: string): AwsRequest {
  return {
    method: 'POST',
    host: '127.0.0.1',
    path: '/',
    query: new URLSearchParams(),
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `${STREAM_OPERATIONS.has(operation) ? 'DynamoDBStreams' : 'DynamoDB'}_20120810.${operation}`,
      ...ownSignature('dynamodb', region),
    },
    body: Buffer.from(JSON.stringify(input)),
  };
}
