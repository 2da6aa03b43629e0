import type { Reading } from '../tour/reading/reading.ts';

/** One attribute in which what a deploy made and what a stack made are not the same. */
export interface Difference {
  /** `function shop-dev-api`. */
  readonly thing: string;
  /** `Configuration.Timeout`; empty where the thing is there only once. */
  readonly path: string;
  readonly deployed: unknown;
  readonly stacked: unknown;
}

/** Compares attribute by attribute; lists of one length item by item, others whole. */
export function differencesOf(deployed: Reading, stacked: Reading): readonly Difference[] {
  return namesOf(deployed, stacked).flatMap((thing) =>
    below(deployed[thing], stacked[thing]).map((found) => ({ thing, ...found })),
  );
}

type Found = Omit<Difference, 'thing'>;

function below(deployed: unknown, stacked: unknown, path = ''): readonly Found[] {
  if (isBranch(deployed) && isBranch(stacked) && lengthOf(deployed) === lengthOf(stacked)) {
    return namesOf(deployed, stacked).flatMap((name) =>
      below(deployed[name], stacked[name], path === '' ? name : `${path}.${name}`),
    );
  }
  return JSON.stringify(deployed) === JSON.stringify(stacked) ? [] : [{ path, deployed, stacked }];
}

const namesOf = (one: object, other: object): readonly string[] => [
  ...new Set([...Object.keys(one), ...Object.keys(other)]),
];

type Branch = Readonly<Record<string, unknown>>;

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;

/** Of a list; a record has none. */
const lengthOf = (branch: Branch): number | undefined => (Array.isArray(branch) ? branch.length : undefined);
