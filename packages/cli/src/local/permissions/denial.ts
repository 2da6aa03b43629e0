import type { AwsRequest, AwsResponse } from '../endpoint/message.ts';
import { type Refusal, refuse, restXmlRefusal } from '../endpoint/refusal.ts';
import { serviceOf } from '../endpoint/service.ts';
import type { Right } from './right.ts';

/** What each service calls it, where that is not `AccessDeniedException` with 400, as services of JSON have it. */
const NAMES: Readonly<Record<string, Omit<Refusal, 'message'>>> = {
  'execute-api': { code: 'ForbiddenException', status: 403 },
  s3: { code: 'AccessDenied', status: 403 },
  sqs: { code: 'AccessDenied', status: 403 },
  sns: { code: 'AuthorizationError', status: 403 },
  ses: { code: 'AccessDenied', status: 403 },
  lambda: { code: 'AccessDeniedException', status: 403 },
  scheduler: { code: 'AccessDeniedException', status: 403 },
};

/** AWS's words: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export function accessDenied(request: AwsRequest, who: string, { action, resource }: Right): AwsResponse {
  const service = serviceOf(request);
  const name = NAMES[service] ?? { code: 'AccessDeniedException', status: 400 };
  const message = `User: ${who} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
  if (service !== 's3') return refuse(request, { ...name, message });
  // HEAD has no body, so SDKs know only the status.
  if (request.method === 'HEAD') return { status: name.status, headers: {} };
  return restXmlRefusal({ ...name, message }, request.path);
}
