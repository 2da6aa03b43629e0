import type { Manifest } from '@tankard/framework/manifest';
import { type FunctionSpec, functionsOf } from '../../build/functions.ts';
import type { FunctionUsage } from '../../policy/usage.ts';
import { type Box, resourceBox } from './box.ts';
import { type Caller, callersOf, SOCKETS } from './callers.ts';

/** The app at a glance: what calls which function, and what each function uses. */
export interface AppMap {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** Which of the events or routes. */
  readonly text?: string | undefined;
  /** Calls, or is used. */
  readonly kind: 'calls' | 'uses';
}

/** Draws the app. Parameters are left out: they are values, and would cross every arrow. */
export function appMap(manifest: Manifest, usages: readonly FunctionUsage[]): AppMap {
  const boxes = new Map<string, Box>();
  const put = (box: Box): string => {
    boxes.set(box.id, box);
    return box.id;
  };
  const calls = functionsOf(manifest).flatMap((spec) => {
    const to = put(functionBox(spec));
    return callersOf(spec, manifest).map(({ box, text }: Caller) => ({
      from: put(box),
      to,
      text,
      kind: 'calls' as const,
    }));
  });
  const uses = usages.flatMap((usage) =>
    usedBy(usage).map((box) => ({ from: `function:${usage.function}`, to: put(box), kind: 'uses' as const })),
  );
  const feeds = manifest.resources.flatMap((one): Arrow[] =>
    one.kind === 'queue' && one.from
      ? [{ from: put(resourceBox(one.from)), to: put(resourceBox(one)), kind: 'calls' }]
      : [],
  );
  return { boxes: [...boxes.values()], arrows: [...calls, ...feeds, ...uses] };
}

function functionBox({ name }: FunctionSpec): Box {
  return { id: `function:${name}`, kind: 'function', text: name };
}

const SES = new Set(['@aws-sdk/client-ses', '@aws-sdk/client-sesv2']);
const MAIL: Box = { id: 'mail', kind: 'mail', text: 'mail' };

function usedBy({ resources, calls }: FunctionUsage): readonly Box[] {
  const used = resources.flatMap(({ resource }) => {
    if (resource.kind === 'url') return resource.name === 'websocket' ? [SOCKETS] : [];
    return resource.kind === 'parameter' ? [] : [resourceBox(resource)];
  });
  const all = calls.some(({ client }) => SES.has(client)) ? [...used, MAIL] : used;
  // What is done with connections are several uses of one API.
  return [...new Map(all.map((box) => [box.id, box])).values()];
}
