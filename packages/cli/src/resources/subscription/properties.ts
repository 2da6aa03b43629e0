import type { Known } from '../known.ts';
import type { Properties, Property } from '../reconciler.ts';
import type { SubscriptionModel } from './model.ts';

const SCOPES = { attributes: 'MessageAttributes', body: 'MessageBody' } as const;

/** A subscription's attributes, as SNS names them; all are text. */
export type SubscriptionAttributes = Readonly<Record<string, string>>;

/** A subscription as it should be, with AWS's defaults filled in. */
export function wantedSubscription(model: Known<SubscriptionModel>): Properties {
  const { filter, filterScope, raw } = model;
  return {
    filter: filter as Property | undefined,
    filterScope: filter && SCOPES[filterScope ?? 'attributes'],
    raw: raw ?? false,
  };
}

/** A subscription as SNS describes it, in the same form: an empty filter is none. */
export function observedSubscription({
  FilterPolicy,
  FilterPolicyScope,
  RawMessageDelivery,
}: SubscriptionAttributes): Properties {
  const filter = FilterPolicy ? (JSON.parse(FilterPolicy) as Readonly<Record<string, Property>>) : {};
  const filtered = Object.keys(filter).length > 0;
  return {
    filter: filtered ? filter : undefined,
    filterScope: filtered ? (FilterPolicyScope ?? SCOPES.attributes) : undefined,
    raw: RawMessageDelivery === 'true',
  };
}

/** What a subscription is made with. */
export function subscriptionAttributes(wanted: Properties): Record<string, string> {
  const { filter, filterScope, raw } = wanted;
  return {
    ...(filter && { FilterPolicy: JSON.stringify(filter), FilterPolicyScope: String(filterScope) }),
    ...(raw && { RawMessageDelivery: 'true' }),
  };
}

/**
 * What is set one after another to change a subscription. A filter of attributes is one of a body too,
 * but not the other way round, so the scope is widened before its filter comes and narrowed after.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering-scope.html
 */
export function attributeChanges(
  wanted: Properties,
  changed: ReadonlySet<string>,
): readonly (readonly [name: string, value: string])[] {
  const { filter, filterScope, raw } = wanted;
  const policy = changed.has('filter') ? ([['FilterPolicy', JSON.stringify(filter ?? {})]] as const) : [];
  const scope =
    filter && changed.has('filterScope') ? ([['FilterPolicyScope', String(filterScope)]] as const) : [];
  return [
    ...(filterScope === SCOPES.body ? [...scope, ...policy] : [...policy, ...scope]),
    ...(changed.has('raw') ? ([['RawMessageDelivery', String(raw)]] as const) : []),
  ];
}
