import { createMatcher } from '@tankard/framework/gateway';
import { afterEach, describe, expect, it } from 'vitest';
import type { GatewayApp, GatewayRoute } from './gateway-app.ts';
import { type Gateway, startGateway } from './server.ts';

const shop = 'https://shop.example';
const every = {
  origins: [shop, 'https://pay.example'],
  methods: ['GET', 'PUT'],
  headers: ['Content-Type'],
  exposeHeaders: ['ETag'],
  maxAge: 60,
  credentials: true,
};
const ROUTES: readonly GatewayRoute[] = [{ method: 'GET', path: '/a', function: 'api' }];

let gateway: Gateway | undefined;
afterEach(() => gateway?.close());

async function ask(over: Partial<GatewayApp>, method: string, path: string, headers: Record<string, string>) {
  const app: GatewayApp = {
    api: 'http',
    stage: '$default',
    gatekeeper: { admit: async () => ({ context: {} }) },
    matcher: createMatcher(ROUTES),
    invoke: async () => ({
      requestId: '1',
      payload: JSON.stringify({ statusCode: 200, headers: { 'access-control-allow-origin': 'mine' } }),
      failed: path === '/a?fail',
      duration: 1,
    }),
    ...over,
  };
  gateway = await startGateway({ port: 0, app: async () => app });
  const response = await fetch(gateway.url.replace('localhost', '127.0.0.1') + path, { method, headers });
  const cors = [...response.headers].filter(([name]) => /^(access-control-|vary)/.test(name));
  return [response.status, Object.fromEntries(cors)] as const;
}

const asks = (origin: string) => ({ origin, 'access-control-request-method': 'PUT' });

describe('a gateway that answers pages of other origins for all routes', () => {
  it.each([
    ['http', '/a'],
    ['http', '/nowhere'],
    ['function-url', '/a'],
  ] as const)('answers what browsers ask before they call the %s %s', async (api, path) => {
    expect(await ask({ api, cors: { every } }, 'OPTIONS', path, asks(shop))).toEqual([
      204,
      {
        'access-control-allow-origin': shop,
        'access-control-allow-methods': 'GET,PUT',
        'access-control-allow-headers': 'Content-Type',
        'access-control-allow-credentials': 'true',
        'access-control-expose-headers': 'ETag',
        'access-control-max-age': '60',
        vary: 'Origin',
      },
    ]);
  });

  it('tells an origin that may not call nothing', async () => {
    const other = 'https://other.example';
    expect(await ask({ cors: { every } }, 'OPTIONS', '/a', asks(other))).toEqual([204, { vary: 'Origin' }]);
  });

  const told = {
    'access-control-allow-origin': shop,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'ETag',
    vary: 'Origin',
  };

  it('says of an answer what an HTTP API says, and drops what the function does', async () => {
    expect(await ask({ cors: { every } }, 'GET', '/a', { origin: shop })).toEqual([200, told]);
    expect(await ask({ cors: { every } }, 'GET', '/a?fail', { origin: shop })).toEqual([500, told]);
    expect(await ask({ cors: { every } }, 'GET', '/nowhere', { origin: shop })).toEqual([404, {}]);
  });

  it('says twice behind a function URL what the function says, too', async () => {
    const over = { api: 'function-url', fallback: 'api', cors: { every } } as const;
    expect(await ask(over, 'GET', '/a', { origin: shop })).toEqual([
      200,
      { ...told, 'access-control-allow-origin': `mine, ${shop}` },
    ]);
  });
});

describe('a REST API', () => {
  const headers = { 'Access-Control-Allow-Origin': '*' };
  const over = {
    api: 'rest',
    cors: {
      preflights: createMatcher([{ method: 'OPTIONS' as const, path: '/a', headers }]),
      errors: headers,
    },
  } as const;

  it('answers what browsers ask of the paths that it is told', async () => {
    expect(await ask(over, 'OPTIONS', '/a', asks(shop))).toEqual([
      204,
      { 'access-control-allow-origin': '*' },
    ]);
  });

  it.each([
    ['OPTIONS', '/nowhere', 403],
    ['GET', '/a?fail', 502],
  ])('says of its own errors what it is told: %s %s', async (method, path, status) => {
    expect(await ask(over, method, path, asks(shop))).toEqual([
      status,
      { 'access-control-allow-origin': '*' },
    ]);
  });

  it('leaves the rest to the function', async () => {
    expect(await ask(over, 'GET', '/a', {})).toEqual([200, { 'access-control-allow-origin': 'mine' }]);
  });
});
