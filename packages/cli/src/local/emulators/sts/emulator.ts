import { randomUUID } from 'node:crypto';
import type { AwsRequest, AwsResponse } from '../../endpoint/message.ts';
import { queryRefusal } from '../../endpoint/refusal.ts';
import { toXml } from '../../endpoint/xml.ts';
import type { Emulator, EmulatorContext } from '../emulator.ts';

/** What a function is known by to IAM: the names of its role and of itself in AWS. */
export interface FunctionIdentity {
  readonly role: string;
  readonly physicalName: string;
}

/** STS, as far as it says who calls. */
export interface StsEmulator extends Emulator {
  /** Takes the app's functions, by their names in the graph. */
  setFunctions(functions: ReadonlyMap<string, FunctionIdentity>): void;
}

export function startSts({ account }: EmulatorContext): StsEmulator {
  let functions: ReadonlyMap<string, FunctionIdentity> = new Map();

  /** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
  function getCallerIdentity({ caller }: AwsRequest): AwsResponse {
    const called = caller && functions.get(caller.function);
    const identity = called
      ? {
          Arn: `arn:aws:sts::${account}:assumed-role/${called.role}/${called.physicalName}`,
          UserId: `AROALOCAL:${called.physicalName}`,
        }
      : { Arn: `arn:aws:iam::${account}:user/local`, UserId: 'AIDALOCAL' };
    const body = toXml({
      GetCallerIdentityResponse: {
        '@xmlns': 'https://sts.amazonaws.com/doc/2011-06-15/',
        GetCallerIdentityResult: { ...identity, Account: account },
        ResponseMetadata: { RequestId: randomUUID() },
      },
    });
    return { status: 200, headers: { 'content-type': 'text/xml' }, body };
  }

  return {
    services: ['sts'],
    async handle(request) {
      const action = new URLSearchParams(request.body.toString()).get('Action');
      if (action === 'GetCallerIdentity') return getCallerIdentity(request);
      const message = `tankard local's STS has no operation ${action}.`;
      return queryRefusal({ code: 'NotImplemented', message, status: 501 });
    },
    setFunctions: (given) => {
      functions = given;
    },
    close: async () => {},
  };
}
