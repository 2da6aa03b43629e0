import type { Scope } from './reconciler.ts';

const APP = 'tankard:app';
const STAGE = 'tankard:stage';

type Tags = Readonly<Record<string, string>>;

/** The tags by which a stage's resources are known as its own. */
export function ownerTags({ app, stage }: Pick<Scope, 'app' | 'stage'>): Tags {
  return { [APP]: app, [STAGE]: stage };
}

/** Whether something's tags say that this app made it in this stage. */
export function isOwned(tags: Tags, { app, stage }: Pick<Scope, 'app' | 'stage'>): boolean {
  return tags[APP] === app && tags[STAGE] === stage;
}

/** Shorter than what any kind's limit leaves of a name that was cut. */
const COMMON_START = 26;

/** What the names of all that this app made in this stage begin with; others' may begin with it too. */
export function nameStart({ app, stage }: Pick<Scope, 'app' | 'stage'>): string {
  return `${app}-${stage}`.slice(0, COMMON_START).replace(/[^A-Za-z0-9_-].*$/, '');
}

/** The tags that are ours to set or take away: those that we set now or set last, and none of anybody else. */
export function tagsOf(keys: ReadonlySet<string>): (tags: Tags) => Tags {
  return (tags) =>
    Object.fromEntries(Object.entries(tags).filter(([key]) => keys.has(key) || key === APP || key === STAGE));
}

/** What to set and what to take away so that `old` becomes `wanted`. */
export function tagChanges(
  old: Tags,
  wanted: Tags,
): { readonly set: Record<string, string>; readonly gone: readonly string[] } {
  return {
    set: Object.fromEntries(Object.entries(wanted).filter(([key, value]) => old[key] !== value)),
    gone: Object.keys(old).filter((key) => !(key in wanted)),
  };
}

/** Tags as the services that take a list of pairs want them. */
export function tagPairs(tags: Tags): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** Tags of the services that give a list of pairs. */
export function fromTagPairs(
  pairs: readonly { Key?: string | undefined; Value?: string | undefined }[] = [],
): Tags {
  return Object.fromEntries(pairs.map(({ Key = '', Value = '' }) => [Key, Value]));
}
