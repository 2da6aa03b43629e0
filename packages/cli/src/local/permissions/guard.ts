import type { AwsRequest, AwsResponse } from '../endpoint/message.ts';
import { allows } from './allows.ts';
import { readCall } from './asked/read-call.ts';
import { rightsOf } from './asked/rights-of.ts';
import type { Realm } from './asked/touched.ts';
import { accessDenied } from './denial.ts';
import type { AllowStatement, Right } from './right.ts';

/** Lets a request through to what answers it, or refuses it. */
export type Guard = (request: AwsRequest, answer: () => Promise<AwsResponse>) => Promise<AwsResponse>;

/** A function's name as AWS has it, and what its role allows. */
export interface Guarded {
  readonly physicalName: string;
  readonly role: string;
  readonly statements: readonly AllowStatement[];
}

/**
 * Refuses what a function's role does not allow, as AWS does. Whoever calls from outside of the app may do everything.
 *
 * @param guarded gives a function of the app as it stands.
 */
export function permissionGuard(guarded: (functionName: string) => Guarded | undefined, realm: Realm): Guard {
  return async (request, answer) => {
    const found = request.caller && guarded(request.caller.function);
    const call = found && readCall(request);
    if (!call) return answer();
    const may = (right: Right) => allows(found.statements, right);
    const missing = (await rightsOf(call, realm)).find((right) => !may(right));
    const who = `arn:aws:sts::${realm.account}:assumed-role/${found.role}/${found.physicalName}`;
    if (missing) return accessDenied(request, who, missing);
    const answered = await answer();
    if (answered.status !== 404 || call.client !== '@aws-sdk/client-s3') return answered;
    // S3 tells of a missing object only who may list the bucket: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
    const list: Right = {
      action: 's3:ListBucket',
      resource: `arn:aws:s3:::${call.input.Bucket}`,
      context: {},
    };
    const reads = call.operation === 'GetObject' || call.operation === 'HeadObject';
    return reads && !may(list) ? accessDenied(request, who, list) : answered;
  };
}
