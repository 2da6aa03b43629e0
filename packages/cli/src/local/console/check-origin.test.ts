import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { originFault } from './check-origin.ts';

const fault = (method: string, headers: Readonly<Record<string, string>>) =>
  originFault({ method, headers, socket: { localPort: 4700 } } as unknown as IncomingMessage);

test.each([
  ['GET', { host: 'localhost:4700' }],
  ['GET', { host: '127.0.0.1:4700', 'sec-fetch-site': 'same-origin' }],
  ['GET', { host: 'localhost:4700', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
  ['POST', { host: 'localhost:4700', origin: 'http://localhost:4700' }],
])('our own page and a link to it are let through: %s %j', (method, headers) => {
  expect(fault(method, headers)).toBeUndefined();
});

test.each([
  ['a rebound host name', 'GET', { host: 'evil.example:4700' }],
  ['another port', 'GET', { host: 'localhost:3000' }],
  ['no host', 'GET', {}],
  ['a foreign origin that reads', 'GET', { host: 'localhost:4700', origin: 'https://evil.example' }],
  ['the app, which is the same site', 'GET', { host: 'localhost:4700', 'sec-fetch-site': 'same-site' }],
  ['a frame or an image elsewhere', 'GET', { host: 'localhost:4700', 'sec-fetch-site': 'cross-site' }],
  ['a foreign origin that acts', 'POST', { host: 'localhost:4700', origin: 'http://localhost:3000' }],
  ['a mail', 'POST', { host: 'localhost:4700', origin: 'null' }],
  ['who does not say', 'POST', { host: 'localhost:4700' }],
])('%s is refused', (_, method, headers) => {
  expect(fault(method, headers)).toMatch(/\.$/);
});
