import type { QueueDeclaration } from '@tankard/framework/manifest';
import { DEFAULTS } from '@tankard/framework/rules';
import { ref, type Value } from '../../resources/value.ts';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import { handlersOf, type Lowering } from './lowering.ts';
import { FAILURE_RETENTION } from './stream-mapping.ts';

/** Seconds: what AWS gives a queue that says nothing. */
const AWS_VISIBILITY = 30;

/** The queue that is made for `deadLetter: { maxReceives }`. */
export const deadLetterName = (queue: string): string => `${queue}DeadLetters`;

/** A declared queue, its dead letter queue, and its subscription to a topic. */
export function lowerQueue(declaration: QueueDeclaration, lowering: Lowering): readonly AnyNode[] {
  const { name, place, fifo } = declaration;
  const model = {
    physicalName: lowering.names.of('queue', name, fifo ? '.fifo' : ''),
    fifo,
    visibility: visibilityOf(declaration, lowering),
    deadLetter: deadLetter(declaration, lowering),
  };
  return [
    ...ownDeadLetters(declaration, lowering),
    makeNode('queue', name, model, { place }),
    ...subscription(declaration, lowering),
  ];
}

/** Seconds that a message stays hidden: as declared, or 6 × the longest timeout of the queue's handlers. */
export function visibilityOf(
  { name, visibility }: QueueDeclaration,
  { manifest, functions }: Pick<Lowering, 'manifest' | 'functions'>,
): number {
  if (visibility !== undefined) return visibility;
  const timeouts = handlersOf(manifest, 'sqs')
    .filter(({ trigger }) => trigger.queue.name === name)
    .map((handler) => functions.get(handler.name)?.settings.timeout ?? 0);
  return timeouts.length > 0 ? Math.max(...timeouts) * DEFAULTS.visibilityFactor : AWS_VISIBILITY;
}

function deadLetter(
  { name, deadLetter: wanted }: QueueDeclaration,
  { values }: Lowering,
): { readonly arn: Value; readonly maxReceives: number } | undefined {
  if (!wanted) return undefined;
  const { queue, maxReceives } = wanted;
  return { arn: queue ? values.arn(queue) : ref(`queue:${deadLetterName(name)}`, 'arn'), maxReceives };
}

function ownDeadLetters(
  { name, place, fifo, deadLetter: wanted }: QueueDeclaration,
  { names }: Lowering,
): readonly AnyNode[] {
  if (!wanted || wanted.queue) return [];
  const called = deadLetterName(name);
  const model = {
    physicalName: names.of('queue', called, fifo ? '.fifo' : ''),
    fifo,
    visibility: AWS_VISIBILITY,
    retention: FAILURE_RETENTION,
  };
  return [makeNode('queue', called, model, { place })];
}

/** The queue's policy comes before the subscription, so that the topic's first message is let in. */
function subscription(declaration: QueueDeclaration, { placeholders, values }: Lowering): readonly AnyNode[] {
  const { name, place, from, filterScope, raw } = declaration;
  if (!from) return [];
  const filter = declaration.filter && placeholders.json(declaration.filter);
  const topicArn = values.arn(from);
  const endpoint = ref(`queue:${name}`, 'arn');
  const policy = makeNode(
    'queue-policy',
    name,
    { queue: ref(`queue:${name}`, 'url'), queueArn: endpoint, topics: [topicArn] },
    { place },
  );
  const model = { topicArn, protocol: 'sqs', endpoint, filter, filterScope, raw } as const;
  return [policy, makeNode('subscription', `queue-${name}`, model, { place, dependsOn: [policy.id] })];
}
