import {
  GetFunctionConfigurationCommand,
  InvokeCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { type DeployedApp, functionName, type Part } from '../walk-throughs/deployed-app.ts';

/** Together they lead through every branch of the handlers. */
const INPUTS = [{ id: 'one' }, { id: 'one', text: 'remove' }];

/** What a function says that was refused a call; the second one is said before anybody's rights are looked at. */
const REFUSED = /not authorized to perform|signature we calculated does not match/;

/** Functions that keep what they have read, so that only a new process asks again. */
const ONCE_A_PROCESS = /Secret/;

/** Somebody else's bucket. */
export async function prepareCorpus({ engine }: DeployedApp): Promise<void> {
  await new S3Client({ ...engine.client, forcePathStyle: true }).send(
    new CreateBucketCommand({ Bucket: 'shared-files' }),
  );
}

/** What the handlers look for: another one may have removed it. */
async function putObjects({ engine, stem }: DeployedApp): Promise<void> {
  const s3 = new S3Client({ ...engine.client, forcePathStyle: true });
  for (const Bucket of ['shared-files', `${stem}-files-000000000000-us-east-1`])
    await s3.send(new PutObjectCommand({ Bucket, Key: 'one', Body: 'one' }));
}

/**
 * What a handler of the corpus serves: it is called with each input, and the URL that it signs is followed. The
 * first time tells how it ends (a parameter or a table of somebody else's may not be there); from then on only
 * another error fails, so that an error that hides a refusal does.
 */
export function corpusParts(): (name: string) => Part {
  const usual = new Map<string, Set<string>>();
  return (name) => async (app) => {
    const known = usual.get(name) ?? new Set();
    const learning = !usual.has(name);
    usual.set(name, known);
    await putObjects(app);
    if (ONCE_A_PROCESS.test(name)) await startAnew(app, name);
    for (const input of INPUTS) {
      const ended = await outcome(app, name, input);
      if (learning) known.add(ended);
      if (REFUSED.test(ended) || !known.has(ended)) throw new Error(`${name}: ${ended}`);
    }
  };
}

/** The error that a call ends with; `done` without one. */
async function outcome(app: DeployedApp, name: string, input: unknown): Promise<string> {
  const answer = await new LambdaClient(app.engine.client).send(
    new InvokeCommand({ FunctionName: functionName(app, name), Payload: JSON.stringify(input) }),
  );
  const text = answer.Payload?.transformToString() ?? '';
  if (answer.FunctionError) return text;
  const [url] = /(?<=^")http[^"]+(?="$)/.exec(text) ?? [];
  if (url === undefined) return 'done';
  const followed = await fetch(url, { method: 'PUT', body: '' });
  return followed.ok ? 'done' : followed.text();
}

async function startAnew(app: DeployedApp, name: string): Promise<void> {
  const lambda = new LambdaClient(app.engine.client);
  const FunctionName = functionName(app, name);
  const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  const Variables = { ...Environment?.Variables, STARTED: crypto.randomUUID() };
  await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }));
  await waitUntilFunctionUpdatedV2({ client: lambda, maxWaitTime: 20 }, { FunctionName });
}
