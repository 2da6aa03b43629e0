import type { Graph } from '../../graph/node.ts';
import type { Known } from '../../resources/known.ts';
import type { SubscriptionModel } from '../../resources/subscription/model.ts';
import { subscriptionAttributes, wantedSubscription } from '../../resources/subscription/properties.ts';
import type { NewSubscription } from '../emulators/sns/topics.ts';
import { nodesOf } from './nodes-of.ts';
import { type LocalPlaces, resolveValue } from './resolve-value.ts';

/** What the app subscribes to topics: its handlers, and queues with `from`. */
export function localSubscriptions(graph: Graph, places: LocalPlaces): readonly NewSubscription[] {
  return nodesOf(graph, 'subscription').map(({ model }) => {
    const { topicArn, endpoint, protocol, filter, filterScope, raw } = model;
    const text = (value: typeof topicArn) => String(resolveValue(value, graph, places));
    const known = {
      ...{ topicArn: text(topicArn), endpoint: text(endpoint), protocol, filterScope, raw },
      filter: filter === undefined ? undefined : resolveValue(filter, graph, places),
    } as unknown as Known<SubscriptionModel>;
    const attributes = subscriptionAttributes(wantedSubscription(known));
    return { topicArn: known.topicArn, endpoint: known.endpoint, protocol, attributes };
  });
}
