import type { Manifest, Problem } from '@tankard/framework/manifest';
import { problem } from '../errors/problem.ts';
import { handlersOf } from '../graph/lower/lowering.ts';

/** A FIFO topic has queues as subscribers and nothing else. https://docs.aws.amazon.com/sns/latest/dg/sns-fifo-topics.html */
export function checkTopics(manifest: Manifest): readonly Problem[] {
  const fifo = new Set(
    manifest.resources.flatMap((one) => (one.kind === 'topic' && one.fifo ? [one.name] : [])),
  );
  return handlersOf(manifest, 'sns').flatMap(({ name, place, trigger }) => {
    if (!fifo.has(trigger.topic.name)) return [];
    return [
      problem('TOPIC_FIFO_HANDLER', {
        message: `'${name}' takes the messages of the FIFO topic '${trigger.topic.name}', which can't call a function.`,
        place,
        subject: name,
        remedy: `Declare a FIFO queue with { fifo: true, from: … } and take its messages with onSqsMessage.`,
      }),
    ];
  });
}
