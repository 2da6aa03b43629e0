import { App, reply } from '@tankard/framework';
import { testContext, websocketEvent } from '@tankard/framework/testing';
import { templates } from '../../packages/cli/src/resources/templates.ts';
import { returnedBy } from './interpreter.ts';

/** The file of what a WebSocket handler's result becomes, and of where connections are managed. */
export interface WebsocketCases {
  readonly handler_return_to_lambda_response: readonly ResultCase[];
  readonly management_endpoint: readonly EndpointCase[];
}

export interface ResultCase {
  readonly name: string;
  readonly do: Parameters<typeof returnedBy>[0];
  readonly expected?: Readonly<Record<string, unknown>>;
  readonly raises?: { readonly message: string };
}

export interface EndpointCase {
  readonly region: string;
  readonly api_id: string;
  readonly stage: string;
  readonly expected_endpoint: string;
}

/** What the handler of `$connect` that does as the case says answers API Gateway. Python's dictionary with a status is `reply` here. */
export async function resultOf({ do: action }: ResultCase): Promise<unknown> {
  const connect = new App('sockets').websocket('$connect', () => {
    const value = returnedBy(action);
    if (value === null) return undefined;
    return isStatus(value) ? reply(value.statusCode) : (value as undefined);
  });
  return connect(websocketEvent('$connect'), testContext());
}

const isStatus = (value: unknown): value is { readonly statusCode: number } =>
  typeof value === 'object' && value !== null && 'statusCode' in value;

/** The same answer without what is empty, which means the same to API Gateway. */
export function withoutEmpty(answer: unknown): object {
  const isEmpty = (value: unknown) =>
    value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
  return Object.fromEntries(Object.entries(answer as object).filter(([, value]) => !isEmpty(value)));
}

/** Where the connections of an API are managed, as a function is told it in AWS. */
export function endpointOf({ region, api_id: id, stage }: EndpointCase): string | undefined {
  const model = { physicalName: 'chat', selection: '$request.body.action', stage };
  const { url } = templates['websocket-api'].attributes;
  return url?.('Api', model)
    .replace(/\$\{Api\}/, id)
    .replace(/\$\{AWS::Region\}/, region)
    .replace(/\$\{AWS::URLSuffix\}/, 'amazonaws.com');
}
