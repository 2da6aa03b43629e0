import type { FunctionConfig } from '@tankard/framework/config';
import type {
  FunctionSettings,
  HandlerDeclaration,
  ResourceDeclaration,
  Trigger,
} from '@tankard/framework/manifest';
import type { Variant } from './variant.ts';

/** Makes another app of one. */
export type Change = (app: Variant) => Partial<Variant>;

const handlers =
  (change: (all: readonly HandlerDeclaration[]) => readonly HandlerDeclaration[]): Change =>
  ({ manifest }) => ({ manifest: { ...manifest, handlers: change(manifest.handlers) } });

const resources =
  (change: (all: readonly ResourceDeclaration[]) => readonly ResourceDeclaration[]): Change =>
  ({ manifest }) => ({ manifest: { ...manifest, resources: change(manifest.resources) } });

const only = <T extends { readonly name: string }>(name: string, change: (one: T) => T) => {
  return (all: readonly T[]): readonly T[] => all.map((one) => (one.name === name ? change(one) : one));
};

export const added = (...more: readonly HandlerDeclaration[]): Change => handlers((all) => [...all, ...more]);

/** WebSocket routes, and where a message names the one that it is for. */
export const withSockets =
  (selection: string, ...more: readonly HandlerDeclaration[]): Change =>
  ({ manifest }) => ({
    manifest: { ...manifest, websocket: { selection }, handlers: [...manifest.handlers, ...more] },
  });

export const without = (...names: readonly string[]): Change =>
  handlers((all) => all.filter(({ name }) => !names.includes(name)));

export const handlerWith = (name: string, change: Partial<HandlerDeclaration>): Change =>
  handlers(only(name, (one) => ({ ...one, ...change })));

/** Keys of one trigger's own; its source stays. */
export const triggerWith = (name: string, change: Readonly<Record<string, unknown>>): Change =>
  // Which keys a trigger has hangs on its source, which the name stands for.
  handlers(only(name, (one) => ({ ...one, trigger: { ...one.trigger, ...change } as Trigger })));

export const settingsOf = (name: string, settings: FunctionSettings): Change =>
  handlerWith(name, { settings });

export const resourceWith = (name: string, change: Readonly<Record<string, unknown>>): Change =>
  resources(only(name, (one) => ({ ...one, ...change }) as ResourceDeclaration));

export const withoutResource = (gone: string): Change =>
  resources((all) => all.filter(({ name }) => name !== gone));

export const configured =
  (name: string, settings: FunctionConfig): Change =>
  () => ({
    config: { functions: { [name]: settings } },
  });

/** One change after another. */
export const both =
  (first: Change, second: Change): Change =>
  (app) => {
    const changed = first(app);
    return { ...changed, ...second({ ...app, ...changed }) };
  };
