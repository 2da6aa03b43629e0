import type { RequestRow } from '../request-row.ts';
import { refused } from './unknown.ts';

/** Routes of a feature that is mounted at `/shops/{shop}/shelves`, with its middleware. */
export const FEATURE_ROWS: readonly RequestRow[] = [
  {
    does: 'a feature: its first route is the prefix',
    asks: 'GET /shops/7/shelves',
    gives: {
      headers: { 'x-shelf': 'GET /shops/{shop}/shelves' },
      json: { path: '/shops/7/shelves', params: { shop: '7' } },
    },
  },
  {
    does: "a feature: the prefix's parameter comes with the route's own, decoded",
    asks: 'GET /shops/a%20b/shelves/gr%C3%BCn',
    gives: {
      headers: { 'x-shelf': 'GET /shops/{shop}/shelves/{shelf}' },
      json: { path: '/shops/a b/shelves/grün', params: { shop: 'a b', shelf: 'grün' } },
    },
  },
  {
    does: 'a feature: its middleware sees an error as an answer',
    asks: 'GET /shops/7/shelves/none',
    gives: {
      status: 404,
      headers: { 'x-shelf': 'failed' },
      json: { Code: 'NotFoundError', Message: 'No such shelf.' },
    },
  },
  {
    does: 'a feature: its middleware answers by itself',
    asks: 'GET /shops/7/shelves/none',
    headers: [['X-T-Closed', 'yes']],
    gives: { status: 503, headers: { 'x-shelf': null }, json: { closed: { shop: '7', shelf: 'none' } } },
  },
  {
    does: 'a feature in a feature has both prefixes, and its middleware is inside',
    asks: 'PUT /shops/7/shelves/top/labels/new',
    headers: [['content-type', 'text/plain']],
    body: 'Grüße',
    gives: {
      headers: {
        'x-shelf': 'PUT /shops/{shop}/shelves/{shelf}/labels/{label}',
        'x-label': 'inside of the shelf',
      },
      json: { params: { shop: '7', shelf: 'top', label: 'new' }, text: 'Grüße' },
    },
  },
  {
    does: 'a feature in a feature is answered for by the outer middleware',
    asks: 'PUT /shops/7/shelves/top/labels/new',
    headers: [['X-T-Closed', 'yes']],
    gives: { status: 503, headers: { 'x-label': null } },
  },
  {
    does: 'a feature: its middleware holds for its own routes only',
    asks: 'GET /get-only',
    headers: [['X-T-Closed', 'yes']],
    gives: { headers: { 'x-shelf': null }, echo: { route: 'GET /get-only' } },
  },
  {
    does: 'a feature: a method that its path does not have',
    ...refused('POST /shops/7/shelves', { status: 405, allow: 'GET' }),
    headers: [['X-T-Closed', 'yes']],
  },
  {
    does: 'a feature: a path that it does not have',
    ...refused('GET /shops/7/shelves/top/nothing', { status: 404 }),
  },
];
