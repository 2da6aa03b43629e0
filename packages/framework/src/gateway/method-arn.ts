import { pathOf } from '../http/gateway-request.ts';
import type { RawHttpEvent } from '../http/raw-event.ts';

/** What a method ARN is made of. */
export interface MethodArnParts {
  readonly region: string;
  readonly accountId: string;
  readonly apiId: string;
  readonly stage: string;
  readonly method: string;
  /** As it was called; a query is left out. */
  readonly path: string;
}

/**
 * The ARN of one method of an API, which an authorizer is asked about.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html
 */
export function methodArn(parts: MethodArnParts): string {
  const { region, accountId, apiId, stage, method } = parts;
  const [path = ''] = parts.path.split('?', 1);
  return `arn:aws:execute-api:${region}:${accountId}:${apiId}/${stage}/${method}${path}`;
}

/**
 * The ARN of the method that a route's event is about; of a WebSocket API that of its route.
 *
 * @param account whose API it is, where the event does not say it
 */
export function calledArn(event: RawHttpEvent, region: string, account?: string): string {
  const {
    accountId = account,
    apiId,
    stage = '',
    http,
    httpMethod,
    path,
    routeKey,
  } = event.requestContext ?? {};
  const method = http?.method ?? httpMethod ?? String(routeKey ?? '');
  const api = { region, accountId: String(accountId), apiId: String(apiId), stage };
  return methodArn({ ...api, method, path: http ? pathOf(event) : (path ?? '') });
}

/** Whether a policy's resource covers an ARN: `*` stands for any text, slashes and colons included, `?` for one character. */
export function arnMatches(arn: string, resource: string): boolean {
  const source = resource
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(arn);
}
