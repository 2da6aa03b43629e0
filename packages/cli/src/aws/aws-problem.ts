import type { Problem } from '@tankard/framework/manifest';
import { problem } from '../errors/problem.ts';
import { failedCall } from './error.ts';
import { errorName } from './error-name.ts';
import { NoAnswerError } from './no-answer.ts';

const CREDENTIALS: ReadonlySet<string> = new Set([
  'CredentialsProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'RequestExpired',
  'SignatureDoesNotMatch',
  'TokenProviderError',
  'UnrecognizedClientException',
]);
const DENIED = /AccessDenied|NotAuthorized|UnauthorizedOperation|Forbidden/;

/** What a failed AWS call was about. */
export interface CallSubject {
  /** `create function:send`. */
  readonly step: string;
  readonly place?: Problem['place'];
}

/** An error of AWS as a problem; nothing for an error of another origin. */
export function awsProblem(error: unknown, subject?: CallSubject): Problem | undefined {
  const name = errorName(error);
  const call = failedCall(error);
  const text = error instanceof Error ? error.message : '';
  if (CREDENTIALS.has(name)) {
    return problem('AWS_CREDENTIALS', {
      message: `AWS credentials are missing or were not accepted: ${text}`,
      remedy: 'Sign in (`aws sso login`), or set AWS_PROFILE, --profile or the AWS_… variables.',
    });
  }
  if (!call) return undefined;
  const { service, operation, requestId } = call;
  if (error instanceof NoAnswerError) {
    return problem('AWS_UNREACHABLE', {
      message: `${service} ${operation} got no answer from ${error.endpoint}: ${text}`,
      place: subject?.place,
      subject: subject?.step,
      remedy:
        'Check the network, the region and AWS_ENDPOINT_URL, and run the command again: it goes on where it stopped.',
    });
  }
  const id = requestId === undefined ? '' : ` (request ${requestId})`;
  return problem('AWS_FAILED', {
    message: `${service} ${operation} failed with ${name}: ${text}${id}`,
    place: subject?.place,
    subject: subject?.step,
    remedy: DENIED.test(name)
      ? `Whoever deploys needs the permission for ${operation}. Then run the command again.`
      : 'Run the command again when that is mended: it goes on where it stopped.',
  });
}
