import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { request } from '../../node-http.ts';
import type { ShownAnswer, ShownRequest } from '../shown.ts';
import type { ConsoleSources } from '../sources.ts';
import type { Asked } from './actions.ts';
import { Refused } from './refused.ts';
import { textOf } from './text-of.ts';

/** Sends a request to the app for the page, which an app without CORS would not let ask; redirects are shown, not followed. */
export async function requestAction({ app, url }: ConsoleSources, { body }: Asked): Promise<ShownAnswer> {
  const asked = body as ShownRequest;
  // Marks the run that answers: nothing else of an answer tells which one it was.
  const agent = `tankard-console/${randomUUID()}`;
  const began = performance.now();
  const answered = await ask(url, asked, agent).catch((error: Error) => {
    throw new Refused(502, error.message);
  });
  const run = app.record.all().findLast(({ event }) => event.includes(agent));
  return { ...answered, duration: performance.now() - began, invocation: run?.id };
}

function ask(
  url: string,
  { method, path, headers, body, isBase64 }: ShownRequest,
  agent: string,
): Promise<Pick<ShownAnswer, 'status' | 'headers' | 'body' | 'size'>> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, agent: false };
    const given = { host: `localhost:${port}`, ...headers, 'user-agent': agent };
    const outgoing = request({ ...options, headers: given }, (response) => {
      buffer(response).then((bytes) => {
        const { statusCode: status = 0, rawHeaders } = response;
        resolve({ status, headers: pairs(rawHeaders), body: textOf(bytes), size: bytes.length });
      }, reject);
    });
    outgoing.on('error', reject);
    outgoing.end(isBase64 ? Buffer.from(body ?? '', 'base64') : body);
  });
}

function pairs(flat: readonly string[]): readonly (readonly [string, string])[] {
  return flat.flatMap((name, at) =>
    at % 2 === 0 ? [[name.toLowerCase(), flat[at + 1] ?? ''] as const] : [],
  );
}
