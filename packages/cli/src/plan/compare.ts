import { createHash } from 'node:crypto';
import type { Properties, Property } from '../resources/reconciler.ts';
import type { PropertyChange } from './plan.ts';

type Branch = { readonly [name: string]: Property | undefined };

/** What differs, path by path: records are gone into, lists are compared whole. */
export function compare(
  wanted: Properties,
  observed: Properties,
  left: Readonly<Record<string, string>> = {},
): readonly PropertyChange[] {
  return namesOf(wanted, observed).flatMap((name) => {
    const changes = differences(name, observed[name], wanted[name]);
    // What is wanted is what was left there, so it was somebody else who changed it.
    const drifted = left[name] !== undefined && left[name] === hashOf(wanted[name]);
    return drifted ? changes.map((change) => ({ ...change, drifted })) : changes;
  });
}

/** The names of the properties that changes are about. */
export function changedNames(changes: readonly PropertyChange[]): ReadonlySet<string> {
  return new Set(changes.map(({ path }) => path.replace(/\..*$/, '')));
}

/** A hash of each property, to be remembered in place of the value, which may be a secret. */
export function hashesOf(properties: Properties): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, hashOf(value)]));
}

function hashOf(value: Property | undefined): string {
  return createHash('sha256').update(canonical(value)).digest('hex').slice(0, 16);
}

function differences(
  path: string,
  old: Property | undefined,
  wanted: Property | undefined,
): PropertyChange[] {
  if (isBranch(old) && isBranch(wanted)) {
    return namesOf(wanted, old).flatMap((name) => differences(`${path}.${name}`, old[name], wanted[name]));
  }
  if (canonical(old) === canonical(wanted)) return [];
  return [{ path, ...(old !== undefined && { old }), ...(wanted !== undefined && { new: wanted }) }];
}

const namesOf = (one: Branch, other: Branch): readonly string[] => [
  ...new Set([...Object.keys(one), ...Object.keys(other)]),
];

function isBranch(value: Property | undefined): value is Branch {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON that is the same whatever the order of names; what is not set is left out. */
function canonical(value: Property | undefined): string {
  if (!isBranch(value)) {
    return Array.isArray(value) ? `[${value.map(canonical).join()}]` : (JSON.stringify(value) ?? '');
  }
  const set = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${set
    .map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`)
    .sort()
    .join()}}`;
}
