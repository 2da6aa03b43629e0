import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Logger } from './log.ts';

const write = vi.spyOn(process.stdout, 'write');
beforeEach(() => void write.mockImplementation(() => true));
afterEach(() => {
  write.mockReset();
  vi.unstubAllEnvs();
});

function lines(): Record<string, unknown>[] {
  return write.mock.calls.map(([line]) => JSON.parse(String(line)));
}

test('a line has the shape of the JSON logs of Lambda', () => {
  const log = new Logger();
  log.requestId = 'r';
  log.info('Sent', { count: 3n, to: ['a'] });
  expect(String(write.mock.calls[0]?.[0])).toMatch(/\}\n$/);
  expect(lines()).toEqual([
    {
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      level: 'INFO',
      requestId: 'r',
      message: 'Sent',
      count: '3',
      to: ['a'],
    },
  ]);
});

test('a field can not take the place of the message or the level', () => {
  new Logger().warn('Careful', { message: 'no', level: 'no' });
  expect(lines()).toMatchObject([{ message: 'Careful', level: 'WARN' }]);
});

test('an error is written with its type, its stack and its cause, alone or as a field', () => {
  const cause = new TypeError('inner');
  new Logger().error('Failed', new Error('outer', { cause }));
  new Logger().error('Failed', { reason: cause, user: 1 });
  expect(lines()).toMatchObject([
    {
      errorType: 'Error',
      errorMessage: 'outer',
      stackTrace: expect.arrayContaining(['Error: outer']),
      cause: { errorType: 'TypeError', errorMessage: 'inner' },
    },
    { reason: { errorType: 'TypeError', errorMessage: 'inner' }, user: 1 },
  ]);
});

test('what was thrown and is no error is written too', () => {
  new Logger().error('Failed', 'just text');
  new Logger().error('Failed', null);
  expect(lines()).toMatchObject([{ message: 'Failed', error: 'just text' }, { message: 'Failed' }]);
});

test('fields that can not be written do not take the message along', () => {
  const loop: Record<string, unknown> = {};
  loop.self = loop;
  new Logger().info('Sent', loop);
  expect(lines()).toMatchObject([{ message: 'Sent', fieldsLost: expect.stringContaining('circular') }]);
});

test.each([
  [{}, 'INFO WARN ERROR'],
  [{ TANKARD_LOG_LEVEL: 'debug' }, 'DEBUG INFO WARN ERROR'],
  [{ AWS_LAMBDA_LOG_LEVEL: 'WARN' }, 'WARN ERROR'],
  [{ TANKARD_LOG_LEVEL: 'ERROR', AWS_LAMBDA_LOG_LEVEL: 'DEBUG' }, 'ERROR'],
  [{ TANKARD_LOG_LEVEL: 'FATAL' }, ''],
  [{ TANKARD_LOG_LEVEL: 'loud' }, 'INFO WARN ERROR'],
])('with %j the levels are %s', (environment, levels) => {
  vi.stubEnv('TANKARD_LOG_LEVEL', undefined);
  vi.stubEnv('AWS_LAMBDA_LOG_LEVEL', undefined);
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const log = new Logger();
  log.debug('1');
  log.info('2');
  log.warn('3');
  log.error('4');
  expect(
    lines()
      .map(({ level }) => level)
      .join(' '),
  ).toBe(levels);
});
