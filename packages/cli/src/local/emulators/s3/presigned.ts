import type { AwsRequest } from '../../endpoint/message.ts';
import { S3Error } from './error.ts';

/**
 * Refuses what a bucket on AWS refuses before it looks at anything: a request without credentials, and a presigned address after its time. The
 * signature itself is not verified. https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 *
 * @throws S3Error AccessDenied
 */
export function checkCredentials({ headers, query }: AwsRequest, now: Date): void {
  if (headers.authorization) return;
  const signed = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(query.get('X-Amz-Date') ?? '');
  if (!signed || !query.has('X-Amz-Signature')) throw new S3Error('AccessDenied', 403, 'Access Denied');
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = signed.slice(1).map(Number);
  const expires =
    Date.UTC(year, month - 1, day, hour, minute, second) + Number(query.get('X-Amz-Expires')) * 1000;
  if (now.getTime() > expires) throw new S3Error('AccessDenied', 403, 'Request has expired');
}
