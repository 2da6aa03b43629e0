import type { Graph } from '../../graph/node.ts';
import type { LocalPlaces } from './resolve-value.ts';

const SERVICES = { queue: 'sqs', topic: 'sns' } as const;

/** The ARNs of the queues or topics that the app says to be there already: with a name alone they are of this account. */
export function existingArns(
  { parameters }: Graph,
  kind: keyof typeof SERVICES,
  { region, account }: LocalPlaces,
): readonly string[] {
  return parameters.flatMap(({ existing, value }) => {
    if (existing?.kind !== kind || existing.attribute !== 'name' || value === undefined) return [];
    const { text } = existing;
    const before = text.startsWith('arn:')
      ? text.slice(0, text.lastIndexOf(':') + 1)
      : `arn:aws:${SERVICES[kind]}:${region}:${account}:`;
    return [before + value];
  });
}
