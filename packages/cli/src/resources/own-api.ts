import { isOwned } from './ownership.ts';
import type { Scope, Target } from './reconciler.ts';

/** An API as far as it takes to tell whose it is. */
export interface NamedApi {
  readonly id: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly created: number;
}

/** One API, and those that stand beside it by mistake. */
export interface OwnApi<Api> {
  readonly api: Api;
  /** Made with it when an answer was lost and the call was sent again. */
  readonly duplicates: readonly Api[];
}

/**
 * Finds the app's API. Names of APIs are not unique in AWS: ours is the one that the journal holds or
 * that has our tags. Of several the recorded one counts, then the oldest.
 */
export function ownApi<Api extends NamedApi>(
  apis: readonly Api[],
  { key, recorded }: Pick<Target<'http-api'>, 'key' | 'recorded'>,
  scope: Scope,
): OwnApi<Api> | undefined {
  const id = recorded?.attributes.id;
  const ours = apis.filter((api) => api.name === key.name && (api.id === id || isOwned(api.tags, scope)));
  const [api, ...duplicates] = ours.toSorted(
    (a, b) => Number(b.id === id) - Number(a.id === id) || a.created - b.created || a.id.localeCompare(b.id),
  );
  return api && { api, duplicates };
}

/** The app's APIs by their tags, one of each name. */
export function ownApis<Api extends NamedApi>(apis: readonly Api[], scope: Scope): readonly Api[] {
  const names = new Set(apis.filter(({ tags }) => isOwned(tags, scope)).map(({ name }) => name));
  return [...names].flatMap((name) => ownApi(apis, { key: { name } }, scope)?.api ?? []);
}

/** The ARN by which API Gateway's tags are set: `arn:aws:apigateway:us-east-1::/apis/a1/stages/x`. */
export function apiArn({ partition, region }: Scope, ...path: readonly string[]): string {
  return `arn:${partition}:apigateway:${region}::/${path.join('/')}`;
}
