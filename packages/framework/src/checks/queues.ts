import type { Problem } from '../errors.ts';
import type { Manifest, QueueDeclaration } from '../manifest/types.ts';
import { boundFaults } from './bounds.ts';
import { resourceProblem } from './resources.ts';
import { FILTER_REMEDY, filterPolicyFault } from './sns.ts';

/**
 * What SQS and SNS take of a queue.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 */
export function checkQueue(queue: QueueDeclaration, manifest: Manifest): Problem[] {
  const bounds = boundFaults([
    { option: 'visibility', value: queue.visibility, least: 0, most: 43_200 },
    { option: 'maxReceives', value: queue.deadLetter?.maxReceives, least: 1, most: 1000 },
  ]);
  return [
    ...bounds.map(({ fault, remedy }) => resourceProblem(queue, 'RESOURCE_BOUNDS', `${fault}.`, remedy)),
    ...checkDeadLetter(queue, manifest),
    ...checkTopic(queue, manifest),
  ];
}

function checkDeadLetter(queue: QueueDeclaration, { resources }: Manifest): Problem[] {
  const named = queue.deadLetter?.queue;
  const target = resources.find((its) => its.kind === 'queue' && its.name === named?.name);
  if (target?.kind !== 'queue') return [];
  if (target.name === queue.name) {
    return [
      resourceProblem(
        queue,
        'DEAD_LETTER_ITSELF',
        `The queue '${queue.name}' is its own dead letter queue.`,
        'Leave out deadLetter.queue: one is made for it.',
      ),
    ];
  }
  if (target.fifo === queue.fifo) return [];
  const [kind, other] = queue.fifo ? ['FIFO', 'standard'] : ['standard', 'FIFO'];
  return [
    resourceProblem(
      queue,
      'DEAD_LETTER_KIND',
      `The queue '${queue.name}' is ${kind}, and its dead letter queue '${target.name}' is ${other}.`,
      'Make both of one kind, or leave out deadLetter.queue: one of the right kind is made.',
    ),
  ];
}

function checkTopic(queue: QueueDeclaration, { resources }: Manifest): Problem[] {
  const { from, filter, filterScope, raw } = queue;
  if (!from) {
    if (filter === undefined && filterScope === undefined && raw === undefined) return [];
    return [
      resourceProblem(
        queue,
        'QUEUE_WITHOUT_TOPIC',
        `The queue '${queue.name}' says how a topic's messages come in, and names no topic.`,
        'Add from: topic, or leave out filter, filterScope and raw.',
      ),
    ];
  }
  const fault = filter && filterPolicyFault(filter, filterScope);
  const problems = fault
    ? [
        resourceProblem(
          queue,
          'TOPIC_FILTER_INVALID',
          `SNS would refuse the filter: ${fault}.`,
          FILTER_REMEDY,
        ),
      ]
    : [];
  const topic = resources.find((its) => its.kind === 'topic' && its.name === from.name);
  if (topic?.kind !== 'topic' || topic.fifo || !queue.fifo) return problems;
  return [
    ...problems,
    resourceProblem(
      queue,
      'QUEUE_TOPIC_KIND',
      `The FIFO queue '${queue.name}' is fed by the standard topic '${topic.name}', which SNS refuses.`,
      'Declare the topic with { fifo: true }, or the queue without.',
    ),
  ];
}
