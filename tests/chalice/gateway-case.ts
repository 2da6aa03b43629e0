import { arnMatches, createMatcher, methodArn, type RawHttpEvent } from '@tankard/framework/gateway';
import { proxyEvent } from '../../packages/cli/src/local/gateway/proxy-event.ts';
import { requestOf } from './match-case.ts';

/** A case of local_gateway_parts: a request, and the event that is made of it. */
export interface GatewayCase {
  readonly routes: readonly string[];
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: CaseBody;
  readonly expected?: {
    readonly requestContext: Readonly<Record<string, unknown>>;
    readonly headers: Readonly<Record<string, string | number>>;
    readonly pathParameters: Readonly<Record<string, string>> | null;
    readonly stageVariables: Readonly<Record<string, string>> | null;
    readonly multiValueQueryStringParameters: Readonly<Record<string, readonly string[]>> | null;
    readonly body: CaseBody;
    readonly isBase64Encoded?: boolean;
  };
  readonly error?: string;
}

/** Text, bytes, or none. */
type CaseBody = string | { readonly $b64: string } | null;

export interface ArnCase {
  readonly method: string;
  readonly path: string;
  readonly expected: string;
}

export interface ArnPolicyCase {
  readonly arn: string;
  readonly resources: readonly string[];
  readonly expected: boolean;
}

export interface GatewayCases {
  readonly build_method_arn: readonly ArnCase[];
  readonly arn_matches_policy_resource: readonly ArnPolicyCase[];
  readonly http_to_lambda_event: readonly GatewayCase[];
}

/** The fields of the event that the cases know, or undefined where no route serves the request. */
export function eventOf(each: GatewayCase): object | undefined {
  const headers = Object.entries(each.headers).map(([name, value]) => [name, String(value)] as const);
  const request = requestOf(each.method, each.path, { headers, body: bytesOf(each.body) });
  const matcher = createMatcher(each.routes.map((path) => ({ method: 'ANY' as const, path })));
  const match = matcher.match(each.method, request.path);
  if (!match) return undefined;
  const event = proxyEvent('rest', request, { ...match.route, params: match.params });
  return known(event);
}

/** An expected event: numbers of headers are text on the wire, an empty body is none. */
export function eventExpectation(expected: NonNullable<GatewayCase['expected']>): object {
  const headers = Object.entries(expected.headers).map(([name, value]) => [name, String(value)]);
  const encoded = expected.isBase64Encoded === true && typeof expected.body === 'string';
  const body = encoded ? Buffer.from(String(expected.body), 'base64') : bytesOf(expected.body);
  return { ...expected, headers: Object.fromEntries(headers), body: body.toString('base64') };
}

/** An ARN as the cases build it, in Chalice's own region, account and API. */
export function arnOf({ method, path }: ArnCase): string {
  const api = { region: 'mars-west-1', accountId: '123456789012', apiId: 'ymy8tbxw7b', stage: 'api' };
  return methodArn({ ...api, method, path });
}

/** Whether one of a policy's resources covers an ARN. */
export function isAllowed({ arn, resources }: ArnPolicyCase): boolean {
  return resources.some((resource) => arnMatches(arn, resource));
}

/** Bodies are compared as bytes: the event may hold them as text or in base64. */
function known(event: RawHttpEvent): object {
  const { headers, pathParameters, stageVariables, multiValueQueryStringParameters } = event;
  const { httpMethod, resourcePath, path, identity } = event.requestContext ?? {};
  const { sourceIp } = identity as { sourceIp: string };
  return {
    requestContext: { httpMethod, resourcePath, path, identity: { sourceIp } },
    ...{ headers, pathParameters, stageVariables, multiValueQueryStringParameters },
    body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8').toString('base64'),
  };
}

function bytesOf(body: CaseBody): Buffer {
  if (body === null) return Buffer.alloc(0);
  return typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.$b64, 'base64');
}
