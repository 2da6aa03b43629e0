import type { CaseApp } from './app-language.ts';

/** Features of later issues; a case that uses one is left out, and counted. */
export type LaterFeature = 'blueprints' | 'websockets';

/** The later feature that a case of http_runtime uses, if any. */
export function laterFeatureOf(app: CaseApp): LaterFeature | undefined {
  if (app.blueprints || app.handlers.some((handler) => handler.blueprint)) return 'blueprints';
  return undefined;
}
