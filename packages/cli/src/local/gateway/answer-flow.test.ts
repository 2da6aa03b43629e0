import { get, type IncomingMessage } from 'node:http';
import { createMatcher } from '@tankard/framework/gateway';
import { afterEach, describe, expect, test } from 'vitest';
import type { TakeChunk } from '../runtime-api/streamed-answer.ts';
import type { GatewayApp } from './gateway-app.ts';
import { type Answered, type Gateway, startGateway } from './server.ts';

let gateway: Gateway | undefined;
const answered: Answered[] = [];
afterEach(async () => {
  await gateway?.close();
  answered.length = 0;
});

const HEAD = '{"statusCode":201,"headers":{"content-type":"text/plain","x-a":"1"},"cookies":["a=1","b=2"]}';
const begun = (text = '') => Buffer.from(`${HEAD}${'\0'.repeat(8)}${text}`);

/** A gateway whose one function answers by what it hands to `take`; a throw is its failure. */
async function start(run: (take: TakeChunk) => Promise<void>, over: Partial<GatewayApp> = {}) {
  const app: GatewayApp = {
    api: 'function-url',
    stage: '$default',
    matcher: createMatcher([]),
    fallback: 'chat',
    streaming: new Set(['chat']),
    gatekeeper: { admit: async () => ({ context: {} }) },
    async invoke(_name, _payload, _what, { take = () => {} } = {}) {
      const failed = await run(take).then(
        () => false,
        () => true,
      );
      return { requestId: '1', payload: '{}', failed, duration: 1 };
    },
    ...over,
  };
  gateway = await startGateway({ port: 0, app: async () => app, onAnswer: (one) => answered.push(one) });
  return `http://127.0.0.1:${gateway.port}/`;
}

function open(url: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => get(url, { headers }, resolve).on('error', reject));
}

async function rest(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of answer) text += chunk;
  return text;
}

describe('an answer that streams', () => {
  test('is sent as it comes: status and headers at once, and each chunk when it is made', async () => {
    const steps = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const url = await start(async (take) => {
      // The head comes in two pieces.
      await take(begun().subarray(0, 20));
      await take(begun().subarray(20));
      await steps[0]?.promise;
      await take(Buffer.from('one '));
      await steps[1]?.promise;
      await take(Buffer.from('two'));
    });
    const answer = await open(url);
    expect(answer).toMatchObject({
      statusCode: 201,
      headers: {
        'content-type': 'text/plain',
        'x-a': '1',
        'set-cookie': ['a=1', 'b=2'],
        'transfer-encoding': 'chunked',
      },
    });
    const chunks = answer[Symbol.asyncIterator]();
    steps[0]?.resolve();
    expect(String((await chunks.next()).value)).toBe('one ');
    expect(answered).toEqual([]);
    steps[1]?.resolve();
    expect(String((await chunks.next()).value)).toBe('two');
    expect((await chunks.next()).done).toBe(true);
    await expect.poll(() => answered).toMatchObject([{ status: 201, function: 'chat' }]);
  });

  test('is bytes, and 200, where its head does not say', async () => {
    const url = await start(async (take) => void (await take(Buffer.from(`{}${'\0'.repeat(8)}a`))));
    const answer = await open(url);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/octet-stream']);
    expect(await rest(answer)).toBe('a');
  });

  test('waits for a client that reads slowly', async () => {
    let taken = 0;
    const url = await start(async (take) => {
      await take(begun());
      for (; taken < 64; taken++) await take(Buffer.alloc(1024 * 1024, 'a'));
    });
    const answer = await open(url);
    answer.pause();
    // What fits into the sockets of both ends is taken, and no more; then everything, once it is read.
    await expect.poll(() => taken).toBeGreaterThan(0);
    await new Promise((resolve) => setImmediate(resolve));
    expect(taken).toBeLessThan(64);
    expect((await rest(answer)).length).toBe(64 * 1024 * 1024);
  });

  test('is cut where the function fails on the way', async () => {
    const url = await start(async (take) => {
      await take(begun('one'));
      throw new Error('late');
    });
    const answer = await open(url);
    await expect(rest(answer)).rejects.toThrow('aborted');
  });

  test('goes on for nobody when its client has left, as in Lambda', async () => {
    const left = Promise.withResolvers<void>();
    const done = Promise.withResolvers<string>();
    const url = await start(async (take) => {
      await take(begun('one'));
      await left.promise;
      for (let i = 0; i < 8; i++) await take(Buffer.alloc(1024 * 1024));
      done.resolve('to its end');
    });
    const answer = await open(url);
    answer.on('error', () => {});
    answer.destroy();
    answer.once('close', () => left.resolve());
    expect(await done.promise).toBe('to its end');
  });

  test('is not compressed by a REST API, and says of other origins what the gateway does', async () => {
    const cors = {
      every: { origins: ['*'], methods: ['GET'], headers: [], exposeHeaders: [], credentials: false },
    };
    const url = await start(async (take) => void (await take(begun('one'))), { compression: 0, cors });
    const { headers } = await open(url, { 'accept-encoding': 'gzip', origin: 'https://a.example' });
    expect(headers).not.toHaveProperty('content-encoding');
    expect(headers['access-control-allow-origin']).toBe('*');
  });
});

describe('a function that streams and', () => {
  test.each<[string, string[]]>([
    ['fails before it says its status', []],
    ['says a status that is none', [`{"statusCode":99}${'\0'.repeat(8)}`, 'more']],
    ['begins with what is no JSON', [`{"statusCode":${'\0'.repeat(8)}`, 'more']],
    ['says more than a head may hold', ['a'.repeat(20_000), 'more']],
  ])('%s is answered with a failure', async (what, chunks) => {
    const url = await start(async (take) => {
      for (const chunk of chunks) await take(Buffer.from(chunk));
      if (what.startsWith('fails')) throw new Error('early');
    });
    const answer = await open(url);
    expect([answer.statusCode, await rest(answer)]).toEqual([502, '{"message":"Internal Server Error"}']);
  });
});
