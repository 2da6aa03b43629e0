import type { Clients } from '../aws/clients.ts';

import type { Known } from './known.ts';
import type { Kind, Models } from './models.ts';
import type { Attribute } from './value.ts';

/** What finds a resource in AWS: its name, or the names of what it joins. Flat, so that it can be recorded and compared. */
export type Key = Readonly<Record<string, string>>;

/** A resource's properties, wanted or observed. What is `undefined` is not set. */
export type Properties = Readonly<Record<string, Property | undefined>>;
export type Property =
  | string
  | number
  | boolean
  | null
  | readonly Property[]
  | { readonly [name: string]: Property | undefined };

/** What other nodes refer to. */
export type Attributes = Readonly<Partial<Record<Attribute, string>>>;

/** What a reconciler wants to find again next time, such as the hash of the code that it uploaded. */
export type Facts = Readonly<Record<string, string>>;

/** What is known of a resource that was made, or brought up to date. */
export interface Made {
  readonly attributes: Attributes;
  /** Kept in the journal and handed to `observe`; those of the last call replace all earlier ones. */
  readonly facts?: Facts | undefined;
}

/** What AWS says of a resource. */
export interface Observed {
  readonly attributes: Attributes;
  /** Compared with `wanted` by name: it has to normalise both sides alike (sorted lists, defaults filled in). */
  readonly properties: Properties;
  /** Given by kinds that take tags when they are made; one without ours that no journal knows is not touched. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** To be recorded where nothing has to change; those that are recorded already stay without. */
  readonly facts?: Facts | undefined;
}

/** Where a deploy goes to, and whose it is. */
export interface Scope {
  readonly app: string;
  readonly stage: string;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  /** `amazonaws.com`. */
  readonly urlSuffix: string;
}

/** What a reconciler works with. */
export interface ReconcileContext {
  readonly scope: Scope;
  readonly clients: Clients;
  /** What everything that takes tags is tagged with: `tankard:app`, `tankard:stage`, and the configuration's own. */
  readonly tags: Readonly<Record<string, string>>;
  /** Of the tags in AWS those that are ours to set or take away; others' tags are left alone. */
  ownTags(tags: Readonly<Record<string, string>>): Readonly<Record<string, string>>;
  /**
   * One reading shared by all nodes, such as the routes of an API. Only for `observe` and `list`: it
   * grows old with the first change.
   */
  once<T>(key: string, read: () => Promise<T>): Promise<T>;
  /** A zip of this deploy by its file name. */
  zip(name: string): Promise<Uint8Array>;
  /** Aborted when the user stops the deploy; waits end then. */
  readonly signal: AbortSignal;
}

/** Which resource to look at. */
export interface Target<K extends Kind> {
  readonly key: Key;
  /** Absent for what the app wants no more. */
  readonly model?: Known<Models[K]> | undefined;
  /** What the journal holds of it: a hint, never the truth. */
  readonly recorded?: Made | undefined;
}

/** What `sync` has to bring about. */
export interface Change<K extends Kind> {
  readonly key: Key;
  readonly model: Known<Models[K]>;
  readonly wanted: Properties;
  readonly observed: Observed;
  readonly recorded?: Made | undefined;
  /** Names in `wanted` whose values differ; never empty. */
  readonly changed: ReadonlySet<string>;
}

/** Something in AWS that is ours although no journal says so. */
export interface Found {
  readonly kind: Kind;
  /** What it may be shown as. */
  readonly name: string;
  readonly key: Key;
  readonly attributes: Attributes;
}

/**
 * How one resource kind is found, made, changed and removed with AWS's calls. `key` and `wanted` are
 * pure; `observe` and `list` only read.
 *
 * A key that changes means another resource: the new one is made first, and the old one removed when
 * everything else is done. Calls may be repeated after a crash, so each says "make it so".
 */
export interface Reconciler<K extends Kind> {
  /** Holds the user's data: kept unless the user says otherwise, never replaced without a word. */
  readonly data?: boolean | undefined;
  /** Goes when the thing of this kind that it depends on goes: AWS removes it with that, without a call of ours. */
  readonly partOf?: Kind | undefined;
  /** Properties that AWS can't change: the old one is removed before the new one is made, because they share a key. */
  readonly replaces: readonly string[];
  /** What finds it. While it holds a marker of something that is not made yet, it is taken as absent. */
  key(model: Known<Models[K]>, scope: Scope): Key;
  /** What AWS should say of it. */
  wanted(model: Known<Models[K]>, context: Pick<ReconcileContext, 'scope' | 'tags'>): Properties;
  /** What AWS says of it; nothing where it isn't there. */
  observe(target: Target<K>, context: ReconcileContext): Promise<Observed | undefined>;
  /**
   * Makes it with all its properties, and waits until it can be used.
   *
   * @returns nothing where it was there already, made a moment ago by somebody else or by a deploy
   * that was killed: it is then observed and synced.
   */
  ensure(model: Known<Models[K]>, context: ReconcileContext): Promise<Made | undefined>;
  /** Changes what differs, and waits until it holds. */
  sync(change: Change<K>, context: ReconcileContext): Promise<Made>;
  /** Removes it; that it is gone already is fine. */
  remove(target: Target<K>, context: ReconcileContext): Promise<void>;
  /**
   * Everything of this app and stage, for a lost journal: by tags, by name's beginning, or by what it
   * belongs to. Absent where the kind goes with another one.
   *
   * @param parents what was found of the kinds that stand before it in `reconcilers.ts`.
   */
  list?(context: ReconcileContext, parents: readonly Found[]): Promise<readonly Found[]>;
}
