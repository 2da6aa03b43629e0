/** Input fields that may hold an ARN, at the top of a DynamoDB or DynamoDB Streams request. */
const FIELDS = ['TableName', 'ResourceArn', 'TableArn', 'StreamArn', 'ExclusiveStartStreamArn', 'BackupArn'];

/**
 * A request with the ARNs that it names as the engine writes them. A table that is named by its ARN, which AWS allows
 * everywhere, goes by its name, because the engine refuses the long form. What is inside items stays as it is.
 */
export function toEngineArns(body: Buffer, region: string): Buffer {
  if (!body.includes('"arn:aws')) return body;
  const input = JSON.parse(body.toString()) as Record<string, unknown>;
  for (const field of FIELDS) {
    const value = input[field];
    if (typeof value !== 'string' || !value.startsWith('arn:')) continue;
    const pieces = value.split(':');
    input[field] =
      field === 'TableName'
        ? value.slice(value.indexOf('/') + 1)
        : [...pieces.slice(0, 3), region, ...pieces.slice(4)].join(':');
  }
  return Buffer.from(JSON.stringify(input));
}

/** An answer with the engine's ARNs as AWS would write them for the region and account given. */
export function fromEngineArns(body: Buffer, engineRegion: string, region: string, account: string): Buffer {
  const own = `arn:aws:dynamodb:${engineRegion}:000000000000:`;
  if (!body.includes(own)) return body;
  return Buffer.from(body.toString().replaceAll(own, `arn:aws:dynamodb:${region}:${account}:`));
}
