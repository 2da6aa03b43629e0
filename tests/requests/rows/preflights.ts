import type { Answer, RequestRow } from '../request-row.ts';

const preflight = (
  does: string,
  target: string,
  origin: string,
  method: string,
  gives: Answer,
  but?: RequestRow['but'],
): RequestRow => ({
  does: `a preflight: ${does}`,
  asks: `OPTIONS ${target}`,
  headers: [
    ['Origin', origin],
    ['Access-Control-Request-Method', method],
  ],
  gives,
  ...(but && { but }),
});
const SENT = 'Authorization,Content-Type,X-Amz-Date,X-Amz-Security-Token,X-Api-Key';
const SHOP = 'https://shop.example';
const EVIL = 'https://evil.example';

/** What browsers ask before a page calls. The routes say different things, so that their functions answer. */
export const PREFLIGHT_ROWS: readonly RequestRow[] = [
  preflight('one of several origins', '/shared/thing', SHOP, 'GET', {
    status: 204,
    headers: {
      'access-control-allow-origin': SHOP,
      'access-control-allow-methods': 'GET,OPTIONS',
      'access-control-allow-headers': SENT,
      'access-control-allow-credentials': 'true',
      vary: 'Origin',
    },
    text: '',
  }),
  preflight('none of several origins', '/shared/thing', EVIL, 'GET', {
    status: 204,
    headers: { 'access-control-allow-origin': null, 'access-control-allow-methods': null, vary: 'Origin' },
    text: '',
  }),
  preflight('a method that the path does not have', '/shared/thing', SHOP, 'DELETE', {
    status: 405,
    headers: { 'access-control-allow-methods': null, 'access-control-allow-origin': SHOP },
  }),
  preflight('every origin', '/open/7', EVIL, 'PUT', {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET,PUT,OPTIONS',
      'access-control-allow-headers': SENT,
      'access-control-allow-credentials': null,
      'access-control-max-age': '600',
    },
    text: '',
  }),
  // A REST API says the same whatever is asked, and leaves it to the browser.
  preflight(
    'a method of the path that no page may call',
    '/open/7',
    EVIL,
    'DELETE',
    { status: 405, headers: { 'access-control-allow-methods': null } },
    { rest: { status: 204, headers: { 'access-control-allow-methods': 'GET,PUT,OPTIONS' } } },
  ),
  preflight('a route that no page may call takes it itself', '/echo', SHOP, 'GET', {
    headers: { 'access-control-allow-origin': null },
    echo: { method: 'OPTIONS', route: 'ANY /echo' },
  }),
  {
    does: 'a preflight: without a method it is none',
    asks: 'OPTIONS /shared/thing',
    headers: [['Origin', SHOP]],
    gives: { status: 405, headers: { 'access-control-allow-methods': null } },
  },
  {
    does: 'a page of another origin: every origin may, and is told what the answer may show',
    asks: 'PUT /open/7',
    headers: [['Origin', EVIL]],
    gives: {
      headers: { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'X-Total', vary: null },
      text: '7',
    },
  },
];
