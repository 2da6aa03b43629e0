import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { type CallStack, callMiddleware } from './call-middleware.ts';
import { clientConfig } from './client-config.ts';
import { unlessAbsent } from './error-name.ts';
import type { AwsSettings } from './settings.ts';

/** Milliseconds: a function says nothing until it ends, after 15 minutes at the latest. */
const LONGEST = 16 * 60_000;

/** How one call of a function in AWS ended. */
export interface FunctionAnswer {
  readonly failed: boolean;
  /** JSON text: what the handler returned, or `{ errorType, errorMessage, trace }`. */
  readonly payload: string;
  /** The last 4 KB of what the call wrote to its log. */
  readonly log: string;
}

/**
 * Calls a function in AWS and waits for its end; nothing where there is no such function.
 *
 * @param payload JSON text.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export async function invokeFunction(
  settings: AwsSettings,
  name: string,
  payload: string,
): Promise<FunctionAnswer | undefined> {
  // Tried once: a second try would run the handler a second time.
  const client = new LambdaClient({ ...clientConfig({ ...settings, silence: LONGEST }), maxAttempts: 1 });
  // Its type knows this client's calls; the middleware looks at none of them.
  callMiddleware(1)(client.middlewareStack as CallStack);
  try {
    const answer = await unlessAbsent(
      client.send(new InvokeCommand({ FunctionName: name, Payload: payload, LogType: 'Tail' })),
    );
    return (
      answer && {
        failed: answer.FunctionError !== undefined,
        payload: answer.Payload?.transformToString() ?? '',
        log: Buffer.from(answer.LogResult ?? '', 'base64').toString(),
      }
    );
  } finally {
    client.destroy();
  }
}
