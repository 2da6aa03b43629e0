import type { ResourceRef } from '@tankard/framework/manifest';

/** One thing on the app's map. */
export interface Box {
  readonly id: string;
  readonly kind: BoxKind;
  readonly text: string;
}

export type BoxKind = 'function' | 'api' | 'schedule' | 'event' | 'mail' | ResourceRef['kind'];

/** A resource as a box; its kind is told by its shape and by its text. */
export function resourceBox({ kind, name }: ResourceRef): Box {
  return { id: `${kind}:${name}`, kind, text: `${kind} ${name}` };
}
