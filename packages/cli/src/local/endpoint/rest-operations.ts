import { answeringErrors, inputOf } from './json-operations.ts';
import type { AwsRequest, AwsResponse } from './message.ts';
import { jsonRefusal } from './refusal.ts';

/** One request to a service that speaks REST-JSON. */
export interface RestCall<Input = unknown> {
  /** What stands in the path where its pattern has `{name}`. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The body as JSON; `{}` for an empty one. */
  readonly input: () => Input;
  readonly request: AwsRequest;
}

/** Method and path of each operation, `POST /schedules/{Name}`, and what answers it. */
export type RestOperations = Readonly<
  Record<string, (call: RestCall<never>) => AwsResponse | Promise<AwsResponse>>
>;

/**
 * Answers for a service that speaks REST-JSON. What it has no operation for is refused by method and path.
 * https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
 *
 * @param service as people call it: `EventBridge Scheduler`.
 */
export function restService(
  service: string,
  operations: RestOperations,
): (request: AwsRequest) => Promise<AwsResponse> {
  const routes = Object.entries(operations).map(([route, operation]) => {
    const [method, pattern = ''] = route.split(' ');
    const shape = pattern.replace(/[.$]/g, '\\$&').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
    return { method, shape: new RegExp(`^${shape}/?$`), operation };
  });
  return async (request) => {
    for (const { method, shape, operation } of routes) {
      const found = method === request.method ? shape.exec(request.path) : null;
      if (!found) continue;
      const path = Object.fromEntries(
        Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
      );
      const input = () => inputOf(request) as never;
      return answeringErrors(async () => operation({ path, query: request.query, input, request }));
    }
    const message = `tankard local's ${service} has no operation for ${request.method} ${request.path}.`;
    return jsonRefusal({ code: 'NotImplemented', message, status: 501 });
  };
}

export function restAnswer(body: unknown = {}, status = 200): AwsResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
