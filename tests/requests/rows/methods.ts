import type { RequestRow } from '../request-row.ts';
import { refused } from './unknown.ts';

/** Which route takes a method, and who answers where none does. */
export const METHOD_ROWS: readonly RequestRow[] = [
  ...['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((method): RequestRow => {
    return {
      does: `ANY takes ${method}`,
      asks: `${method} /echo`,
      gives: { echo: { method, route: 'ANY /echo' } },
    };
  }),
  {
    does: 'ANY takes POST with a body',
    asks: 'POST /echo',
    headers: [['content-type', 'text/plain']],
    body: 'x',
    gives: { echo: { method: 'POST', text: 'x' } },
  },
  { does: 'ANY takes HEAD, and no body comes back', asks: 'HEAD /echo', gives: { text: '' } },
  {
    does: 'a route of HEAD answers beside one of GET',
    asks: 'HEAD /get-only',
    gives: { headers: { 'x-kind': 'head' }, text: '' },
  },
  {
    does: 'DELETE may have a body',
    asks: 'DELETE /users/7',
    headers: [['content-type', 'text/plain']],
    body: 'why',
    gives: { echo: { method: 'DELETE', text: 'why' } },
  },
  {
    does: 'a method of its own comes before ANY',
    asks: 'GET /users/7',
    gives: { echo: { route: 'GET /users/{id}' } },
  },
  {
    does: 'ANY takes what no method of its own takes',
    asks: 'PUT /users/7',
    gives: { echo: { route: 'ANY /users/{id}' } },
  },
  {
    does: 'a route of OPTIONS answers',
    asks: 'OPTIONS /options',
    gives: { status: 204, headers: { allow: 'OPTIONS' }, text: '' },
  },
  {
    does: 'a method that the path does not have is refused: POST',
    ...refused('POST /get-only', { status: 405, allow: 'GET, HEAD' }),
  },
  {
    does: 'a method that the path does not have is refused: GET',
    ...refused('GET /post-only', { status: 405, allow: 'POST' }),
  },
  {
    does: 'a method that the path does not have is refused: DELETE',
    ...refused('DELETE /get-only?x=1', { status: 405, allow: 'GET, HEAD' }),
  },
  {
    does: 'a method that the path does not have is refused: OPTIONS',
    ...refused('OPTIONS /get-only', { status: 405, allow: 'GET, HEAD' }),
  },
  {
    does: 'GET does not stand for HEAD',
    ...refused('HEAD /', { status: 405, allow: 'GET' }),
  },
  {
    does: 'a refused method may come with a body',
    ...refused('PATCH /json', { status: 405, allow: 'POST' }),
    body: '{"a":1}',
  },
];
