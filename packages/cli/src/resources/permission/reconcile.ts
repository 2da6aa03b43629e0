import { createHash } from 'node:crypto';
import {
  AddPermissionCommand,
  GetPolicyCommand,
  type LambdaClient,
  RemovePermissionCommand,
} from '@aws-sdk/client-lambda';
import { unless, unlessAbsent } from '../../aws/error-name.ts';
import { whenReady } from '../../aws/settled-function.ts';
import type { Known } from '../known.ts';
import type { Found, Reconciler } from '../reconciler.ts';
import { calls } from './calls.ts';
import type { PermissionModel } from './model.ts';

/** Begins the statements that are ours in a function's policy; others' are left alone. */
const SID_PREFIX = 'tankard-';

/** One statement of a function's policy, as Lambda writes it. */
interface PolicyStatement {
  readonly Sid?: string;
  readonly Action?: string;
  readonly Principal?: string | { readonly Service?: string; readonly AWS?: string };
  readonly Condition?: {
    readonly ArnLike?: { readonly 'AWS:SourceArn'?: string };
    readonly StringEquals?: { readonly 'AWS:SourceAccount'?: string };
    readonly Bool?: { readonly 'lambda:InvokedViaFunctionUrl'?: string };
  };
}

/**
 * A statement can't be changed, so its id is a hash of what it says: a new one is added before the old
 * one goes. https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
 */
export const permissionReconciler: Reconciler<'permission'> = {
  partOf: 'function',
  replaces: ['principal', 'sourceArn', 'sourceAccount', 'url'],
  key: (model) => ({ function: model.function, sid: sidOf(model) }),
  wanted: ({ principal, sourceArn, sourceAccount, url }) => ({ principal, sourceArn, sourceAccount, url }),

  async observe({ key: { function: called = '', sid } }, { clients, once }) {
    const statements = await once(`permissions ${called}`, async () =>
      statementsOf(await clients.lambda(), called),
    );
    const statement = statements.find(({ Sid }) => Sid === sid);
    if (!statement) return undefined;
    return {
      attributes: {},
      properties: {
        principal: principalOf(statement),
        sourceArn: statement.Condition?.ArnLike?.['AWS:SourceArn'],
        sourceAccount: statement.Condition?.StringEquals?.['AWS:SourceAccount'],
        url: urlOf(statement),
      },
    };
  },

  async ensure(model, { clients, signal }) {
    const lambda = await clients.lambda();
    const call = new AddPermissionCommand({
      FunctionName: model.function,
      StatementId: sidOf(model),
      ...calls(model),
      Principal: model.principal,
      SourceArn: model.sourceArn,
      SourceAccount: model.sourceAccount,
    });
    const add = () => lambda.send(call);
    const made = await unless(whenReady(add, { signal }), ['ResourceConflictException']);
    return made && { attributes: {} };
  },

  async sync({ observed }) {
    // What differs is in `replaces`: there is nothing else to a permission.
    return { attributes: observed.attributes };
  },

  async remove({ key }, { clients, signal }) {
    const lambda = await clients.lambda();
    const call = new RemovePermissionCommand({ FunctionName: key.function, StatementId: key.sid });
    await unlessAbsent(whenReady(() => lambda.send(call), { signal }));
  },

  async list({ clients }, parents) {
    const lambda = await clients.lambda();
    const found: Found[] = [];
    for (const { kind, name, attributes } of parents) {
      if (kind !== 'function' || attributes.arn === undefined) continue;
      for (const { Sid: sid } of await statementsOf(lambda, attributes.arn)) {
        if (!sid?.startsWith(SID_PREFIX)) continue;
        found.push({ kind: 'permission', name, key: { function: attributes.arn, sid }, attributes: {} });
      }
    }
    return found;
  },
};

function sidOf({ principal, sourceArn = '', sourceAccount = '', url }: Known<PermissionModel>): string {
  const who = url === undefined ? principal.replace(/\..*$/, '') : `url-${url}`;
  const said = createHash('sha256').update([principal, sourceArn, sourceAccount].join('\n')).digest('hex');
  return `${SID_PREFIX}${who}-${said.slice(0, 12)}`;
}

function principalOf({ Principal }: PolicyStatement): string | undefined {
  return typeof Principal === 'string' ? Principal : (Principal?.Service ?? Principal?.AWS);
}

function urlOf({ Action, Condition }: PolicyStatement): PermissionModel['url'] {
  if (Action === 'lambda:InvokeFunctionUrl') return 'call';
  return Condition?.Bool?.['lambda:InvokedViaFunctionUrl'] === 'true' ? 'invoke' : undefined;
}

async function statementsOf(lambda: LambdaClient, FunctionName: string): Promise<readonly PolicyStatement[]> {
  const answer = await unlessAbsent(lambda.send(new GetPolicyCommand({ FunctionName })));
  const policy = JSON.parse(answer?.Policy ?? '{}') as { readonly Statement?: readonly PolicyStatement[] };
  return policy.Statement ?? [];
}
