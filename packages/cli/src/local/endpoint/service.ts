import type { AwsRequest } from './message.ts';

/**
 * The service that a request is for, by its signing name: `dynamodb`, `s3`, `ses`. A signed request says it in its credential's scope,
 * a presigned address in its query; an unsigned one can only be meant for S3, the one service that takes those.
 */
export function serviceOf(request: AwsRequest): string {
  const scope = credentialOf(request)[3];
  if (scope) return scope;
  const target = request.headers['x-amz-target'];
  if (target) return serviceOfTarget(target);
  return 's3';
}

/** The access key that signed a request; empty for an unsigned one. */
export const accessKeyOf = (request: AwsRequest): string => credentialOf(request)[0] ?? '';

/** Key, date, region and service of a signature. */
function credentialOf({ headers, query }: AwsRequest): readonly string[] {
  const inHeader = /Credential=([^,\s]+)\/aws4_request/.exec(headers.authorization ?? '')?.[1];
  return (inHeader ?? query.get('X-Amz-Credential') ?? '').split('/');
}

/** `DynamoDB_20120810.PutItem` is for `dynamodb`. */
function serviceOfTarget(target: string): string {
  const prefix = target.split('.')[0] ?? '';
  if (prefix.startsWith('DynamoDB')) return 'dynamodb';
  return prefix.replace(/^Amazon|_?\d{8}$/g, '').toLowerCase();
}

/** The operation's name as far as the protocol shows it, for messages. */
export function operationOf(request: AwsRequest): string {
  const target = request.headers['x-amz-target']?.split('.')[1];
  if (target) return target;
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    const action = new URLSearchParams(request.body.toString()).get('Action');
    if (action) return action;
  }
  return `${request.method} ${request.path}`;
}
