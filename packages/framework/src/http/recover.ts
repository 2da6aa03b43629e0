import { errorAnswer } from './error-answer.ts';
import type { HttpHooks } from './handler.ts';
import type { Reply } from './reply.ts';
import type { RouteRequest } from './request.ts';
import { asReply } from './result.ts';

/** The answer to what was thrown: what the app says, else the usual one. One of 5xx is logged with its cause. */
export async function answerTo(error: unknown, request: RouteRequest, hooks: HttpHooks): Promise<Reply> {
  let cause = error;
  let answer: Reply | undefined;
  try {
    const custom = await hooks.onError()?.(error, request);
    if (custom !== undefined) answer = await asReply(custom);
  } catch (thrown) {
    cause = thrown;
  }
  answer ??= errorAnswer(cause, hooks.debug);
  if (answer.status >= 500) logFailure(cause, hooks);
  return answer;
}

/** Writes down why a route failed. */
export function logFailure(error: unknown, { log }: HttpHooks): void {
  log.error('A route failed.', error instanceof Error ? error : { thrown: error });
}
