import type { CaseApp, CaseHandler } from './app-language.ts';
import type { HttpCase } from './http-case.ts';

/** Features of later issues; a case that uses one is left out, and counted. */
export type LaterFeature = 'binary types' | 'blueprints' | 'CORS' | 'middleware' | 'websockets';

/** The types whose answers Chalice encodes, and so asks the client's `Accept` for. */
const BINARY = /^(?:application\/(?:octet-stream|x-tar|zip)|audio\/|image\/(?:png|jpe?g|gif)|video\/)/i;

/** The later feature that a case of http_runtime uses, if any. */
export function laterFeatureOf(app: CaseApp, { event }: HttpCase): LaterFeature | undefined {
  const handlers = app.handlers.filter((each) => each.args.path === event.requestContext.resourcePath);
  if (app.middleware?.length) return 'middleware';
  if (app.blueprints || app.handlers.some((handler) => handler.blueprint)) return 'blueprints';
  if (app.cors || handlers.some((handler) => handler.args.cors)) return 'CORS';
  if (app.binary_types || handlers.some(answersBinary)) return 'binary types';
  return undefined;
}

function answersBinary({ do: action }: CaseHandler): boolean {
  if ('return_bytes_b64' in action) return true;
  if (!('response' in action)) return false;
  const { body_b64, headers = {} } = action.response;
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return body_b64 !== undefined || BINARY.test(String(type ?? ''));
}
