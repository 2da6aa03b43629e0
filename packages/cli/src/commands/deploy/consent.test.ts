import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { problemsOf } from '../../testing/problems-of.ts';
import { goneStep, planOf, wantedStep } from '../testing/plans.ts';
import { consentTo } from './consent.ts';

const removal = planOf(goneStep('queue:Old', 'remove'));
const signal = new AbortController().signal;
const terminal = (answer: string) => {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  input.end(`${answer}\n`);
  return { input, output: new PassThrough() };
};

test.each([
  ['y', undefined, true],
  [' y ', undefined, true],
  ['', undefined, false],
  ['yes', undefined, false],
  ['shop-dev', 'shop-dev', true],
  ['y', 'shop-dev', false],
])("'%s' where %s is asked for: %s", async (answer, word, agreed) => {
  expect(await consentTo(removal, { yes: false, word, signal, terminal: terminal(answer) })).toBe(agreed);
});

test('nobody is asked about what is only made, changed or kept', async () => {
  const plan = planOf(
    wantedStep('function:new', { action: 'create' }),
    wantedStep('function:f', { action: 'update' }),
    goneStep('bucket:B', 'keep'),
  );
  expect(await consentTo(plan, { yes: false, signal, terminal: terminal('') })).toBe(true);
});

test('--yes answers beforehand', async () => {
  expect(await consentTo(removal, { yes: true, signal, terminal: terminal('') })).toBe(true);
});

test('Ctrl-C in the question is a no', async () => {
  const controller = new AbortController();
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const answer = consentTo(removal, {
    yes: false,
    signal: controller.signal,
    terminal: { input, output: new PassThrough() },
  });
  controller.abort();
  expect(await answer).toBe(false);
});

test('without a terminal it is refused, and told what would go', async () => {
  const plan = planOf(
    wantedStep('table:T', { action: 'replace' }),
    ...['a', 'b', 'c', 'd', 'e'].map((name) => goneStep(`rule:${name}`, 'with')),
  );
  const piped = { input: new PassThrough(), output: new PassThrough() };
  const refused = () => consentTo(plan, { yes: false, signal, terminal: piped });
  expect(await problemsOf(refused)).toMatchObject([
    {
      code: 'CONSENT_MISSING',
      message: 'It would remove or replace table:T, rule:a, rule:b, rule:c, rule:d and 1 more.',
    },
  ]);
});
