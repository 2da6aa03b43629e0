import {
  CreateFunctionUrlConfigCommand,
  DeleteFunctionUrlConfigCommand,
  GetFunctionUrlConfigCommand,
  type LambdaClient,
  UpdateFunctionUrlConfigCommand,
} from '@aws-sdk/client-lambda';
import { unless, unlessAbsent } from '../../aws/error-name.ts';
import { whenReady } from '../../aws/settled-function.ts';
import { comparableCors, corsSettings } from '../cors.ts';
import type { Known } from '../known.ts';
import type { Found, Reconciler } from '../reconciler.ts';
import { type FunctionUrlModel, invokeMode } from './model.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html */
export const functionUrlReconciler: Reconciler<'function-url'> = {
  replaces: [],
  key: ({ function: called }) => ({ function: called }),
  wanted: ({ auth, cors, stream }) => ({
    auth,
    mode: invokeMode(stream),
    cors: comparableCors(cors && corsSettings(cors)),
  }),

  async observe({ key }, { clients }) {
    const url = await readUrl(await clients.lambda(), key.function);
    if (!url) return undefined;
    return {
      attributes: { url: url.FunctionUrl },
      properties: { auth: url.AuthType, mode: url.InvokeMode, cors: comparableCors(url.Cors) },
    };
  },

  async ensure(model, { clients, signal }) {
    const lambda = await clients.lambda();
    const { cors } = model;
    const call = new CreateFunctionUrlConfigCommand({
      ...settings(model),
      Cors: cors && corsSettings(cors),
    });
    const made = await unless(
      whenReady(() => lambda.send(call), { signal }),
      ['ResourceConflictException'],
    );
    return made && { attributes: { url: made.FunctionUrl } };
  },

  async sync({ model, observed }, { clients, signal }) {
    const lambda = await clients.lambda();
    const { cors } = model;
    // An empty one takes away what is there; without any it stays.
    const request = { ...settings(model), Cors: cors ? corsSettings(cors) : {} };
    await whenReady(() => lambda.send(new UpdateFunctionUrlConfigCommand(request)), { signal });
    return { attributes: observed.attributes };
  },

  async remove({ key }, { clients, signal }) {
    const lambda = await clients.lambda();
    const call = new DeleteFunctionUrlConfigCommand({ FunctionName: key.function });
    await unlessAbsent(whenReady(() => lambda.send(call), { signal }));
  },

  async list({ clients }, parents) {
    const lambda = await clients.lambda();
    const found: Found[] = [];
    for (const { kind, name, attributes } of parents) {
      if (kind !== 'function' || attributes.arn === undefined) continue;
      const url = await readUrl(lambda, attributes.arn);
      if (!url) continue;
      const key = { function: attributes.arn };
      found.push({ kind: 'function-url', name, key, attributes: { url: url.FunctionUrl } });
    }
    return found;
  },
};

const settings = ({ function: FunctionName, auth: AuthType, stream }: Known<FunctionUrlModel>) =>
  ({ FunctionName, AuthType, InvokeMode: invokeMode(stream) }) as const;

async function readUrl(lambda: LambdaClient, FunctionName: string | undefined) {
  const call = new GetFunctionUrlConfigCommand({ FunctionName });
  return unlessAbsent(lambda.send(call));
}
