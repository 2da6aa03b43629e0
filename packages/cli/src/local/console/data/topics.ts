import type { ShownResource, ShownTopic } from '../shown.ts';
import type { ConsoleSources } from '../sources.ts';
import { askQuery } from './ask-service.ts';
import { entriesIn } from './xml.ts';

/** Who is told; a topic keeps no messages. */
export async function readTopic(sources: ConsoleSources, { address }: ShownResource): Promise<ShownTopic> {
  const xml = await askQuery(sources, 'sns', { Action: 'ListSubscriptionsByTopic', TopicArn: address });
  return {
    subscriptions: entriesIn(xml, 'member').map(({ Protocol = '', Endpoint = '' }) => ({
      protocol: Protocol,
      endpoint: Endpoint,
    })),
  };
}
