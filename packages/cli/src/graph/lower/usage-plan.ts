import { type Ref, ref } from '../../resources/value.ts';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import { API } from './api.ts';
import type { Lowering } from './lowering.ts';

/** The keys that the configuration names, and the plan that they belong to. */
export function lowerUsagePlan({ config, names }: Lowering, api: Ref): readonly AnyNode[] {
  if (!config.usagePlan) return [];
  const { keys = [], throttle, quota } = config.usagePlan;
  return [
    ...keys.map((name) => makeNode('api-key', name, { physicalName: names.of('api-key', name) })),
    makeNode('usage-plan', API, {
      physicalName: names.single('usage-plan'),
      api,
      stage: ref(`rest-deployment:${API}`, 'name'),
      throttle,
      quota,
      keys: keys.map((name) => ref(`api-key:${name}`, 'id')),
    }),
  ];
}
