import type { Style } from '../../report/style.ts';
import type { Happening } from '../session/happening.ts';

/** What answers at the endpoint. */
export const SERVICES = [
  'API Gateway (connections of WebSockets)',
  'DynamoDB',
  'EventBridge',
  'EventBridge Scheduler',
  'Kinesis',
  'Lambda',
  'S3',
  'SES',
  'SNS',
  'SQS',
  'STS',
  'Secrets Manager',
];

/** What stands on the screen when the app runs: addresses, routes, schedules, and what does not come by itself. */
export function readyText(ready: Extract<Happening, { kind: 'ready' }>, style: Style): string {
  const { app, addresses, duration } = ready;
  const routes = [
    ...app.routes.map(({ method, path, function: name }) => [`${method} ${path}`, name]),
    ...(app.fallback === undefined ? [] : [['everything else', app.fallback]]),
  ];
  const sockets = (app.websocket?.routes ?? []).map(({ key, function: name }) => [key, name]);
  const schedules = app.schedules.map(({ name, expression, timezone, next }) => [
    name,
    [expression, timezone, next && `next ${next}`].filter(Boolean).join(', '),
  ]);
  return [
    `${style.strong(app.name)} runs here, ready in ${(duration / 1000).toFixed(2)} s. Ctrl-C ends it.`,
    '',
    ...columns([
      ['App', addresses.url],
      ...(app.websocket ? [['WebSockets', app.websocket.url]] : []),
      ['Console', addresses.console],
      ['AWS', `${addresses.endpoint}  (AWS_ENDPOINT_URL)`],
      ['', SERVICES.join(', ')],
      ['Mail', addresses.mail],
    ]),
    ...section('Routes', routes, style),
    ...section('WebSocket routes', sockets, style),
    ...section('Schedules', schedules, style),
    ...(app.schedules.length > 0 ? [style.faint('  Run one now: tankard local trigger NAME')] : []),
    ...section(
      'Not delivered on this machine',
      app.notDelivered.map(({ handler, events }) => [handler, events]),
      { ...style, strong: style.warn },
    ),
    ...section(
      'Not made here, because the app says that they exist',
      app.existing.map((name) => [name, '']),
      style,
    ),
    '',
  ].join('\n');
}

function section(title: string, rows: readonly (readonly string[])[], style: Style): readonly string[] {
  return rows.length === 0 ? [] : ['', style.strong(title), ...columns(rows)];
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const width = Math.max(...rows.map(([first = '']) => first.length));
  return rows.map(([first = '', second = '']) => `  ${first.padEnd(width)}  ${second}`.trimEnd());
}
