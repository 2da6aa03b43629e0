import { randomUUID } from 'node:crypto';
import type { AwsRequest, AwsResponse } from './message.ts';
import { jsonRefusal } from './refusal.ts';
import { operationOf } from './service.ts';
import { ServiceError } from './service-error.ts';

/** One operation of a service: its input as JSON gives it, and what it answers, at once or later; nothing for an empty answer. */
export type JsonOperation = (input: never, request: AwsRequest) => unknown;

export type JsonOperations = Readonly<Record<string, JsonOperation>>;

/**
 * Answers for a service that speaks JSON 1.1, where a header names the operation. One that is not here is refused by name.
 * https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 *
 * @param service as people call it: `EventBridge`.
 */
export async function answerJson(
  request: AwsRequest,
  service: string,
  operations: JsonOperations,
): Promise<AwsResponse> {
  const name = operationOf(request);
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (!operation) {
    const message = `tankard local's ${service} has no operation ${name}.`;
    return jsonRefusal({ code: 'NotImplemented', message, status: 501 });
  }
  return answeringErrors(async () => jsonAnswer(await operation(inputOf(request) as never, request)));
}

/** Answers a {@link ServiceError} in JSON. */
export async function answeringErrors(answer: () => Promise<AwsResponse>): Promise<AwsResponse> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return jsonRefusal({ code: error.code, message: error.message, status: error.status });
  }
}

export function jsonAnswer(body: unknown, status = 200): AwsResponse {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() },
    body: JSON.stringify(body ?? {}),
  };
}

/** @throws ServiceError SerializationException */
export function inputOf({ body }: AwsRequest): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new ServiceError('SerializationException', 'The request is no JSON.');
  }
}
