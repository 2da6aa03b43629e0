/** A feature of a later issue; a case that uses it is left out, and counted. */
export type LaterFeature = 'websockets';

/** The later feature that a kind of handler is of, if any. */
export function laterFeatureOf(kind: string): LaterFeature | undefined {
  return kind === 'websocket' || kind.startsWith('on_ws_') ? 'websockets' : undefined;
}
