import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  SetQueueAttributesCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { unlessAbsent } from '../../aws/error-name.ts';
import type { Known } from '../known.ts';
import type { Found, ReconcileContext, Reconciler } from '../reconciler.ts';
import { comparablePolicy, queuePolicyText } from './document.ts';
import type { QueuePolicyModel } from './model.ts';

/**
 * The queue is ours, and so is its policy, whole: as CloudFormation has it. Its key is the queue's ARN,
 * because a URL hangs on the endpoint that was asked.
 */
export const queuePolicyReconciler: Reconciler<'queue-policy'> = {
  partOf: 'queue',
  replaces: [],
  key: ({ queueArn }) => ({ queue: String(queueArn) }),
  wanted: (model) => ({ policy: comparablePolicy(queuePolicyText(model)) }),

  async observe({ key: { queue = '' }, model }, { clients }) {
    const sqs = await clients.sqs();
    const url = model?.queue ?? (await urlOf(sqs, queue));
    const policy = url && (await policyOf(sqs, url));
    return policy ? { attributes: {}, properties: { policy: comparablePolicy(policy) } } : undefined;
  },

  async ensure(model, context) {
    await put(model, context);
    return { attributes: {} };
  },

  async sync({ model }, context) {
    await put(model, context);
    return { attributes: {} };
  },

  async remove({ key: { queue = '' } }, { clients }) {
    const sqs = await clients.sqs();
    const QueueUrl = await urlOf(sqs, queue);
    if (QueueUrl === undefined) return;
    await unlessAbsent(sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy: '' } })));
  },

  async list({ clients }, parents) {
    const sqs = await clients.sqs();
    const found: Found[] = [];
    for (const { kind, name, attributes } of parents) {
      const { url, arn: queue } = attributes;
      if (kind !== 'queue' || queue === undefined || url === undefined) continue;
      if (!(await policyOf(sqs, url))) continue;
      found.push({ kind: 'queue-policy', name, key: { queue }, attributes: {} });
    }
    return found;
  },
};

async function urlOf(sqs: SQSClient, arn: string): Promise<string | undefined> {
  const QueueName = arn.slice(arn.lastIndexOf(':') + 1);
  return (await unlessAbsent(sqs.send(new GetQueueUrlCommand({ QueueName }))))?.QueueUrl;
}

async function policyOf(sqs: SQSClient, QueueUrl: string): Promise<string | undefined> {
  const read = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['Policy'] });
  return (await unlessAbsent(sqs.send(read)))?.Attributes?.Policy;
}

async function put(model: Known<QueuePolicyModel>, { clients }: ReconcileContext): Promise<void> {
  const sqs = await clients.sqs();
  const Attributes = { Policy: queuePolicyText(model) };
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl: model.queue, Attributes }));
}
