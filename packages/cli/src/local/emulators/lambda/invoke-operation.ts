import { randomUUID } from 'node:crypto';
import type { AwsRequest, AwsResponse } from '../../endpoint/message.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { Cause } from '../../invocations/cause.ts';
import type { LambdaFunctionFacts } from './lambda-app.ts';
import type { LambdaHost } from './lambda-host.ts';
import { logTail } from './log-tail.ts';

/** Bytes of an event: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LARGEST = { RequestResponse: 6 * 1024 * 1024, Event: 1024 * 1024, DryRun: 6 * 1024 * 1024 } as const;

/** https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
export async function invokeFunction(
  host: LambdaHost,
  called: LambdaFunctionFacts,
  request: AwsRequest,
): Promise<AwsResponse> {
  const type = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
  if (!isType(type))
    throw new ServiceError('InvalidParameterValueException', `There is no invocation type ${type}.`);
  const event = eventOf(request, LARGEST[type]);
  if (type === 'DryRun') return { status: 204, headers: {} };
  if (called.reservedConcurrency === 0)
    throw new ServiceError('TooManyRequestsException', 'Rate Exceeded.', 429);
  const cause = causeOf(request);
  if (type === 'Event') {
    host.take(called.name, event, cause);
    return { status: 202, headers: {} };
  }
  const requestId = randomUUID();
  const result = await host.invoke({ function: called.name, event, cause, requestId });
  const wantsLog = request.headers['x-amz-log-type'] === 'Tail';
  return {
    status: 200,
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': requestId,
      'x-amz-executed-version': '$LATEST',
      ...(result.failed && { 'x-amz-function-error': 'Unhandled' }),
      ...(wantsLog && { 'x-amz-log-result': logTail(host.log(requestId), result, called) }),
    },
    body: result.payload,
  };
}

const isType = (type: string): type is keyof typeof LARGEST => Object.hasOwn(LARGEST, type);

function eventOf({ body }: AwsRequest, most: number): string {
  if (body.length > most)
    throw new ServiceError(
      'RequestTooLargeException',
      `${body.length} byte payload is too large for the limit of ${most} bytes`,
      413,
    );
  if (body.length === 0) return '{}';
  const event = body.toString();
  try {
    JSON.parse(event);
  } catch (error) {
    const message = `Could not parse request body into json: ${error instanceof Error ? error.message : error}`;
    throw new ServiceError('InvalidRequestContentException', message);
  }
  return event;
}

function causeOf({ caller }: AwsRequest): Cause {
  const after = caller?.invocation ? [caller.invocation] : [];
  return { by: 'lambda', what: caller ? `function ${caller.function}` : 'Invoke', after };
}
