import type { Property } from './reconciler.ts';

/** The same without what is `undefined`, as it comes back from a service. */
export function plainJson(value: object): Property {
  return JSON.parse(JSON.stringify(value)) as Property;
}
