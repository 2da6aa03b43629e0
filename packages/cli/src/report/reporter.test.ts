import type { Problem } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import type { Form } from './form.ts';
import { createReporter } from './reporter.ts';

const error: Problem = { code: 'APP_NOT_FOUND', severity: 'error', message: 'No app.', remedy: 'Write one.' };
const warning: Problem = { ...error, severity: 'warning' };

function recorded(form: Form, lines = false) {
  const out: string[] = [];
  const err: string[] = [];
  const reporter = createReporter(
    form,
    { stdout: { write: (text) => out.push(text) }, stderr: { write: (text) => err.push(text) } },
    lines,
  );
  return { reporter, stdout: () => out.join(''), stderr: () => err.join('') };
}

test('a result goes to stdout and its warnings to stderr', () => {
  const { reporter, stdout, stderr } = recorded('plain');
  reporter.outcome({ data: { zips: 2 }, text: () => 'two zips', problems: [warning] });
  expect(stdout()).toBe('two zips\n');
  expect(stderr()).toBe('! APP_NOT_FOUND  No app.\n  Write one.\n');
});

test('a result without text prints nothing', () => {
  const { reporter, stdout } = recorded('plain');
  reporter.outcome({ data: {}, text: () => '', problems: [] });
  expect(stdout()).toBe('');
});

test('a failure says its problems on stderr and leaves stdout empty', () => {
  const { reporter, stdout, stderr } = recorded('plain');
  reporter.failure([error]);
  expect(stdout()).toBe('');
  expect(stderr()).toContain('✘ APP_NOT_FOUND');
});

test('JSON form prints one object on stdout and nothing on stderr', () => {
  const { reporter, stdout, stderr } = recorded('json');
  reporter.outcome({ data: { zips: 2 }, text: () => 'two zips', problems: [warning] });
  expect(JSON.parse(stdout())).toEqual({ ok: true, problems: [warning], zips: 2 });
  expect(stderr()).toBe('');
});

test('JSON form says ok: false where a problem is an error', () => {
  const { reporter, stdout } = recorded('json');
  reporter.failure([error]);
  expect(JSON.parse(stdout())).toEqual({ ok: false, problems: [error] });
});

test('JSON form takes one line where a command has written lines of JSON before', () => {
  const { reporter, stdout } = recorded('json', true);
  reporter.outcome({ data: { kind: 'ended' }, text: () => '', problems: [] });
  reporter.failure([error]);
  expect(
    stdout()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { ok: true, problems: [], kind: 'ended' },
    { ok: false, problems: [error] },
  ]);
});
