import type { AwsRefusal } from '../engines/fault.ts';

/** How each service says "too many calls"; JSON services that are not named say the first. */
const THROTTLED: Readonly<Record<string, readonly [status: number, name: string]>> = {
  apigateway: [429, 'TooManyRequestsException'],
  iam: [400, 'Throttling'],
  kinesis: [400, 'LimitExceededException'],
  lambda: [429, 'TooManyRequestsException'],
  s3: [503, 'SlowDown'],
  scheduler: [429, 'ThrottlingException'],
  sns: [400, 'Throttling'],
  sqs: [400, 'RequestThrottled'],
};

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html */
export function throttled(service: string): AwsRefusal {
  const [status, name] = THROTTLED[service] ?? [400, 'ThrottlingException'];
  return { kind: 'refused', status, name, message: 'Rate exceeded' };
}

/** What every service answers when it is ill. */
export function broken(service: string): AwsRefusal {
  const name = service === 's3' ? 'InternalError' : 'InternalFailure';
  return {
    kind: 'refused',
    status: 500,
    name,
    message: 'We encountered an internal error. Please try again.',
  };
}
