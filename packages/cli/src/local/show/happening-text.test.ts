import { expect, test } from 'vitest';
import { styleOf } from '../../report/style.ts';
import type { AppFacts, Happening } from '../session/happening.ts';
import { happeningText } from './happening-text.ts';
import { SERVICES } from './ready-text.ts';

const shown = (happening: Happening) => happeningText(happening, styleOf('plain'));

const app: AppFacts = {
  name: 'mailer',
  routes: [{ method: 'GET', path: '/users/{id}', function: 'users' }],
  fallback: 'api',
  websocket: { url: 'ws://127.0.0.1:4566/local', routes: [{ key: '$connect', function: 'websocket' }] },
  schedules: [
    {
      name: 'send',
      expression: 'cron(0 2 * * ? *)',
      timezone: 'Europe/Berlin',
      next: '2026-11-22T01:00:00.000Z',
    },
    { name: 'once', expression: 'at(2020-01-01T00:00:00)' },
  ],
  notDelivered: [{ handler: 'report', events: 'the times of cron(0 2 30 2 ? *)' }],
  existing: ['table Customers'],
};
const addresses = {
  url: 'http://localhost:3000',
  endpoint: 'http://127.0.0.1:4566',
  console: 'http://localhost:4700',
  mail: '/app/.tankard/local/mail',
};

test('the start says where everything is and what does not come by itself', () => {
  expect(
    shown({ kind: 'ready', app, addresses, duration: 450 }),
  ).toBe(`mailer runs here, ready in 0.45 s. Ctrl-C ends it.

  App         http://localhost:3000
  WebSockets  ws://127.0.0.1:4566/local
  Console     http://localhost:4700
  AWS         http://127.0.0.1:4566  (AWS_ENDPOINT_URL)
              ${SERVICES.join(', ')}
  Mail        /app/.tankard/local/mail

Routes
  GET /users/{id}  users
  everything else  api

WebSocket routes
  $connect  websocket

Schedules
  send  cron(0 2 * * ? *), Europe/Berlin, next 2026-11-22T01:00:00.000Z
  once  at(2020-01-01T00:00:00)
  Run one now: tankard local trigger NAME

Not delivered on this machine
  report  the times of cron(0 2 30 2 ? *)

Not made here, because the app says that they exist
  table Customers
`);
});

const mail = {
  id: '1',
  sentAt: '2026-11-21T10:00:00.000Z',
  from: 'a@example.com',
  to: [],
  cc: [],
  bcc: ['1@example.com', '2@example.com', '3@example.com', '4@example.com', '5@example.com'],
  replyTo: [],
  subject: 'Hello',
  attachments: [],
  operation: 'SendEmail',
} as const;
const problem = {
  code: 'APP_SYNTAX',
  severity: 'error',
  message: 'Unexpected }',
  remedy: 'Mend it.',
} as const;

const RAN = {
  kind: 'ran',
  function: 'send',
  by: 'schedule',
  what: 'send',
  failed: false,
  duration: 158,
  payload: '{}',
} as const;

test.each<[Happening, string]>([
  [{ kind: 'port-taken', of: 'AWS', wanted: 4566, port: 4567 }, 'Port 4566 is in use: AWS is on 4567.'],
  [{ kind: 'rebuilt', app, changed: ['a', 'b'], duration: 120.4 }, 'Built again in 120 ms: a, b.'],
  [{ kind: 'rebuilt', app, changed: [], duration: 1200 }, 'Built again in 1.2 s: no function changed.'],
  [{ kind: 'build-failed', problems: [problem] }, '✘ APP_SYNTAX  Unexpected }\n  Mend it.'],
  [{ kind: 'answered', method: 'GET', path: '/a?b=1', status: 200, duration: 8.6 }, 'GET /a?b=1 200 9 ms'],
  [{ ...RAN, failed: false }, 'send done 158 ms'],
  [{ ...RAN, failed: true }, 'send failed 158 ms'],
  [{ ...RAN, by: 'sqs', what: 'queue Jobs' }, 'queue Jobs → send done 158 ms'],
  [{ kind: 'retrying', function: 'send', seconds: 60 }, 'send is tried again in 60 s, as Lambda does.'],
  [{ kind: 'log', function: 'send', line: 'one\rtwo' }, 'send | one\nsend | two'],
  [
    { kind: 'failed', function: 'send', errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out' },
    'send | failed  Sandbox.Timedout: Task timed out',
  ],
  [
    { kind: 'mail', mail },
    'Mail "Hello" from a@example.com to 1@example.com, 2@example.com, 3@example.com and 2 more',
  ],
])('%j is told in one go', (happening, text) => {
  expect(shown(happening)).toBe(text);
});

const GAVE_UP = {
  kind: 'gave-up',
  function: 'send',
  records: 2,
  condition: 'RetryAttemptsExhausted',
} as const;
const QUEUE = 'arn:aws:sqs:us-east-1:000000000000:sendFailures';

test.each<[Happening, string]>([
  [
    { kind: 'stream-missing', function: 'send', what: 'table Orders' },
    'send waits: there is no table Orders here yet, or it has no stream.',
  ],
  [
    { kind: 'stream-broken', function: 'send', what: 'table Orders', error: 'Error: reset' },
    'send waits: the table Orders can not be read (Error: reset).',
  ],
  [GAVE_UP, 'send gets 2 records no more: tried often enough; nobody is told.'],
  [
    { ...GAVE_UP, records: 1, condition: 'RecordAgeExceeded', to: QUEUE },
    'send gets 1 record no more: too old; sendFailures is told where it is.',
  ],
  [
    { ...GAVE_UP, to: QUEUE, refused: 'no such queue' },
    'send gets 2 records no more: tried often enough; sendFailures could not be told: no such queue.',
  ],
])('of a stream: %j', (happening, text) => {
  expect(shown(happening)).toBe(text);
});

test('what could not be handed over is said to be lost', () => {
  expect(shown({ kind: 'undelivered', what: 'event Shipped by the rule gone', why: 'There is no a.' })).toBe(
    'Lost: event Shipped by the rule gone. There is no a.',
  );
});

test('an engine that ended is told, and whether it comes back', () => {
  expect(shown({ kind: 'dynamodb-ended', by: 'SIGKILL', again: true })).toBe(
    'The DynamoDB engine was ended by SIGKILL; it is started again with the same data.',
  );
  expect(shown({ kind: 'dynamodb-ended', by: 'exit code 1', again: false })).toContain(
    'stays down: start tankard local again',
  );
});
