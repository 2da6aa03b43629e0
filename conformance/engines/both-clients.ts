import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createCallers } from '../../packages/cli/src/local/callers/callers.ts';
import { startFunctionProcess } from '../../packages/cli/src/local/workers/function-process.ts';
import type { InvocationResult } from '../../packages/cli/src/local/workers/invocation-result.ts';
import type { LocalFunction } from '../../packages/cli/src/local/workers/local-function.ts';
import { installed } from '../environment.ts';

/** What a handler answered under AWS's runtime client, and under the one that `tankard local` brings. */
export interface BothAnswers {
  readonly aws: Answer;
  readonly ours: Answer;
}
export interface Answer {
  readonly failed: boolean;
  /** The result, or the failure; text where it is no JSON, as of a stream. */
  readonly body: unknown;
  /** What the process wrote. */
  readonly log: readonly string[];
  /** What came of a stream, where somebody took it. */
  readonly chunks: readonly Buffer[];
}

/**
 * Runs unpacked code under both clients, each in a process of its own behind the same Runtime API, with one event.
 *
 * @param more.layers the folder that stands for Lambda's `/opt`
 * @param more.timeout seconds, default 5
 * @param more.taking waits before the next chunk of a stream is read; without, a stream is read to its end
 */
export async function askBoth(
  folder: string,
  handler: string,
  event: unknown,
  more: MoreOfBoth = {},
): Promise<BothAnswers> {
  const client = join(installed('RUNTIME_CLIENT'), 'node_modules', 'aws-lambda-ric', 'index.mjs');
  const spec = functionIn(folder, handler, more.layers, more.timeout);
  const aws = await ask(spec, event, more.taking, client);
  const ours = await ask(spec, event, more.taking);
  return { aws, ours };
}

interface MoreOfBoth {
  readonly layers?: string | undefined;
  readonly timeout?: number | undefined;
  readonly taking?: (() => Promise<void>) | undefined;
}

async function ask(
  spec: LocalFunction,
  event: unknown,
  taking: MoreOfBoth['taking'],
  client?: string,
): Promise<Answer> {
  const log: string[] = [];
  const chunks: Buffer[] = [];
  const take =
    taking &&
    ((chunk: Buffer) => {
      chunks.push(chunk);
      return taking();
    });
  const process = await startFunctionProcess(
    spec,
    (line) => log.push(line),
    createCallers().admit(spec.name),
    client,
  );
  try {
    const payload = JSON.stringify(event);
    const result = await process.invoke({ payload, requestId: randomUUID(), invocation: 'judged', take });
    return { ...answerOf(result), log, chunks };
  } finally {
    await process.close();
  }
}

function answerOf({ failed, payload }: InvocationResult): Omit<Answer, 'log' | 'chunks'> {
  try {
    return { failed, body: JSON.parse(payload) };
  } catch {
    return { failed, body: payload };
  }
}

function functionIn(folder: string, handler: string, layers?: string, timeout = 5): LocalFunction {
  return {
    name: 'judged',
    physicalName: 'judged',
    arn: 'arn:aws:lambda:us-east-1:123456789012:function:judged',
    folder,
    handler,
    runtime: 'nodejs24.x',
    architecture: 'x86_64',
    memory: 256,
    timeout,
    logLevel: 'INFO',
    logGroup: '/aws/lambda/judged',
    // Nothing listens there: a call to AWS is refused at once, and the handler fails or answers with that.
    environment: {
      AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_MAX_ATTEMPTS: '1',
      // https://docs.aws.amazon.com/lambda/latest/dg/nodejs-layers.html
      ...(layers ? { NODE_PATH: join(layers, 'nodejs', 'node_modules') } : {}),
    },
  };
}
