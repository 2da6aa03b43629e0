import type { IncomingMessage } from 'node:http';
import { wholeBody } from '../endpoint/whole-body.ts';
import { ACTIONS, type Action } from './actions/actions.ts';
import { Refused } from './actions/refused.ts';
import { originFault } from './check-origin.ts';
import { createLive } from './live.ts';
import { mailPage } from './mail-page.ts';
import { openapiOf } from './openapi-of.ts';
import { pageFile } from './page-file.ts';
import { type Reply, SECURE, send } from './reply.ts';
import type { ConsoleSources } from './sources.ts';
import type { Answer } from './start-console.ts';

/** Bytes: what a route of the app may get. */
const LARGEST_BODY = 10 * 1024 * 1024;

/** Answers the requests of the console's page: its files, what it shows, what it does, and what is new. */
export function createAnswer(sources: ConsoleSources): Answer {
  const live = createLive(sources);
  return async (incoming, outgoing) => {
    const fault = originFault(incoming);
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    if (fault) return send(outgoing, incoming.method, refusal(403, fault));
    if (url.pathname === '/api/live') return live.follow(outgoing);
    const reply = await replyTo(incoming, url, sources).catch(failed);
    send(outgoing, incoming.method, reply);
  };
}

async function replyTo(incoming: IncomingMessage, url: URL, sources: ConsoleSources): Promise<Reply> {
  const [, area = '', ...names] = url.pathname.split('/').map(decodeURIComponent);
  if (url.pathname === '/openapi.json') return json(200, await openapiOf(sources));
  if (area === 'mail-body') return mailPage(await sources.mails(), names[0] ?? '');
  if (area !== 'api') return pageFile(url.pathname);
  const [kind = '', name = '', verb = ''] = names;
  const key = [incoming.method, kind, verb].filter(Boolean).join(' ');
  const action: Action | undefined = Object.hasOwn(ACTIONS, key) ? ACTIONS[key] : undefined;
  if (!action) return refusal(404, `There is no ${key}.`);
  const body = await wholeBody(incoming, LARGEST_BODY);
  if (!body) return refusal(413, 'That is more than the console takes.');
  return json(200, await action(sources, { name, query: url.searchParams, body: parsed(body) }));
}

const parsed = (body: Buffer): unknown => (body.length === 0 ? undefined : JSON.parse(body.toString()));

function failed(error: unknown): Reply {
  const status = error instanceof Refused ? error.status : 500;
  return refusal(status, error instanceof Error ? error.message : String(error));
}

const json = (status: number, body: unknown): Reply => ({
  status,
  headers: { ...SECURE, 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: Buffer.from(JSON.stringify(body)),
});

const refusal = (status: number, message: string): Reply => json(status, { message });
