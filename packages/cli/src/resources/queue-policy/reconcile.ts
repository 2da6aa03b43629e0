import { GetQueueAttributesCommand, SetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { unlessAbsent } from '../../aws/error-name.ts';
import type { Known } from '../known.ts';
import type { Found, ReconcileContext, Reconciler } from '../reconciler.ts';
import { comparablePolicy, queuePolicyText } from './document.ts';
import type { QueuePolicyModel } from './model.ts';

/** The queue is ours, and so is its policy, whole: as CloudFormation has it. */
export const queuePolicyReconciler: Reconciler<'queue-policy'> = {
  partOf: 'queue',
  replaces: [],
  key: ({ queue }) => ({ queue }),
  wanted: (model) => ({ policy: comparablePolicy(queuePolicyText(model)) }),

  async observe({ key: { queue = '' } }, { clients }) {
    const policy = await policyOf(await clients.sqs(), queue);
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

  async remove({ key: { queue: QueueUrl } }, { clients }) {
    const sqs = await clients.sqs();
    await unlessAbsent(sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy: '' } })));
  },

  async list({ clients }, parents) {
    const sqs = await clients.sqs();
    const found: Found[] = [];
    for (const { kind, name, attributes } of parents) {
      const { url: queue } = attributes;
      if (kind !== 'queue' || queue === undefined || !(await policyOf(sqs, queue))) continue;
      found.push({ kind: 'queue-policy', name, key: { queue }, attributes: {} });
    }
    return found;
  },
};

async function policyOf(sqs: SQSClient, QueueUrl: string): Promise<string | undefined> {
  const read = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['Policy'] });
  return (await unlessAbsent(sqs.send(read)))?.Attributes?.Policy;
}

async function put(model: Known<QueuePolicyModel>, { clients }: ReconcileContext): Promise<void> {
  const sqs = await clients.sqs();
  const Attributes = { Policy: queuePolicyText(model) };
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl: model.queue, Attributes }));
}
