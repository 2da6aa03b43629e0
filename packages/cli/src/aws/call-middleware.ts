import { noteCall } from './error.ts';
import { isNoAnswer, NoAnswerError } from './no-answer.ts';
import { createThrottle, type Throttle } from './throttle.ts';

/**
 * Calls a second that Lambda lets one account and region make: of these reads, and of everything else
 * that is not an invocation. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html#api-requests
 */
const LAMBDA_READS: Readonly<Record<string, number>> = { GetFunctionCommand: 100, GetPolicyCommand: 15 };
const LAMBDA_OTHERS = 15;
const UNTHROTTLED: ReadonlySet<string> = new Set(['InvokeCommand', 'InvokeAsyncCommand']);

interface CallContext {
  readonly clientName?: string;
  readonly commandName?: string;
}
type Next = (args: never) => Promise<unknown>;
/** As much of a client's middleware stack as is needed. */
export interface CallStack {
  add(
    middleware: (next: Next, context: CallContext) => Next,
    options: { step: 'initialize' | 'finalizeRequest'; name: string; priority: 'high' | 'low' },
  ): void;
}

export type CallMiddleware = (stack: CallStack) => void;

/**
 * What every client does around its calls: an error says which call it came from, Lambda's are paced, and
 * what nobody answers is given up soon.
 *
 * @param tries of a call that nobody answers: unlike one that was throttled it seldom gets better by waiting.
 */
export function callMiddleware(tries = 3): CallMiddleware {
  const throttles = new Map<string, Throttle>();
  const throttleOf = (command: string): Throttle => {
    const bucket = command in LAMBDA_READS ? command : 'others';
    const throttle = throttles.get(bucket) ?? createThrottle(LAMBDA_READS[command] ?? LAMBDA_OTHERS);
    throttles.set(bucket, throttle);
    return throttle;
  };
  return (stack) => {
    stack.add(
      (next, { clientName = 'AWS', commandName = 'call' }) =>
        async (args) => {
          try {
            return await next(args);
          } catch (error) {
            noteCall(error, {
              service: clientName.replace(/Client$/, ''),
              operation: commandName.replace(/Command$/, ''),
            });
            throw error;
          }
        },
      { step: 'initialize', name: 'tankardCall', priority: 'high' },
    );
    // After the SDK's retries, so that each try counts.
    stack.add(
      (next, { clientName, commandName = '' }) => {
        const paced = clientName === 'LambdaClient' && !UNTHROTTLED.has(commandName);
        let silent = 0;
        return async (args) => {
          if (paced) await throttleOf(commandName).turn();
          try {
            return await next(args);
          } catch (error) {
            if (!isNoAnswer(error)) throw error;
            silent += 1;
            throw silent < tries ? error : new NoAnswerError(endpointOf(args), error);
          }
        };
      },
      { step: 'finalizeRequest', name: 'tankardTry', priority: 'low' },
    );
  };
}

/** A call that is about to be sent. */
interface SentCall {
  readonly request: { readonly protocol: string; readonly hostname: string; readonly port?: number };
}

function endpointOf({ request: { protocol, hostname, port } }: SentCall): string {
  return `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`;
}
