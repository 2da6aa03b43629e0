import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startSqs } from '../../../emulators/sqs/emulator.ts';
import { testContext } from '../../../emulators/testing/context.ts';
import type { InvocationRequest } from '../../../invocations/invoker.ts';
import type { QueueMapping } from '../queue-mappings.ts';
import { createQueuePoller } from '../queue-poller.ts';

/** Answers a batch by the messages' bodies: what the function returns, or a throw for one that fails. */
export type Answer = (bodies: readonly string[], call: number) => unknown;

export interface PolledQueueOptions {
  readonly mapping?: Partial<QueueMapping>;
  /** Attributes of the queue. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly fifo?: boolean;
  readonly answer?: Answer;
}

const ARN = 'arn:aws:sqs:eu-west-1:000000000000:';

/** A queue and a mapping of it, whose clock the test moves. Dead letters go to the queue `dead`, or `dead.fifo`. */
export async function polledQueue(options: PolledQueueOptions = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'tankard-polled-'));
  const context = testContext(folder);
  const { time, targets } = context;
  const sqs = await startSqs(context);
  const suffix = options.fifo ? '.fifo' : '';
  const [queueArn, dead] = [`${ARN}jobs${suffix}`, `${ARN}dead${suffix}`];
  sqs.ensure(dead, {});
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: dead, maxReceiveCount: 3 });
  sqs.ensure(queueArn, { VisibilityTimeout: '60', RedrivePolicy, ...options.attributes });

  const requests: InvocationRequest[] = [];
  const batches: (readonly string[])[] = [];
  const retries: number[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;
  const mapping: QueueMapping = {
    ...{ name: 'work', function: 'work', what: 'queue Jobs', queueArn },
    ...{ batchSize: 10, batchWindow: 0, filters: [], concurrency: 10, reportsFailures: true },
    ...options.mapping,
  };
  const poller = createQueuePoller({
    mapping,
    queue: () => sqs.queue(queueArn),
    time,
    onRetry: (seconds) => retries.push(seconds),
    async invoke(request) {
      requests.push(request);
      const bodies = JSON.parse(request.event).Records.map(({ body }: { body: string }) => body);
      batches.push(bodies);
      mostAtOnce = Math.max(mostAtOnce, ++atOnce);
      const { answer = () => null } = options;
      const base = { requestId: `request-${batches.length}`, duration: 1 };
      try {
        await new Promise((resolve) => setImmediate(resolve));
        return {
          ...base,
          failed: false,
          payload: JSON.stringify((await answer(bodies, batches.length)) ?? null),
        };
      } catch (error) {
        if (error instanceof TypeError) throw error;
        return { ...base, failed: true, payload: '{"errorType":"Error","errorMessage":"no"}' };
      } finally {
        atOnce--;
      }
    },
  });
  sqs.onAvailable((arn) => {
    if (arn === queueArn) poller.wake();
  });
  onTestFinished(async () => {
    time.stop();
    poller.stop();
    await sqs.close();
    await rm(folder, { recursive: true, force: true });
  });

  const bodiesIn = (arn: string) => (sqs.queue(arn)?.messages() ?? []).map(({ body }) => body);
  return {
    poller,
    time,
    requests,
    batches,
    retries,
    mostAtOnce: () => mostAtOnce,
    left: () => bodiesIn(queueArn),
    dead: () => bodiesIn(dead),
    /** Sends each as a message, all in one turn; of a FIFO queue the first letter is the group. */
    async send(...bodies: readonly string[]) {
      const sent = bodies.map((body) => {
        const cause = { by: 'lambda', what: 'test', after: [`by-${body}`] } as const;
        const group = options.fifo ? { groupId: body.slice(0, 1), deduplicationId: body } : {};
        return targets.send(queueArn, { body, cause, ...group });
      });
      await Promise.all(sent);
    },
    /** Moves the clock and lets run what is due. */
    async pass(seconds: number) {
      await poller.settle();
      await time.advance(seconds * 1000);
      await poller.settle();
    },
  };
}
