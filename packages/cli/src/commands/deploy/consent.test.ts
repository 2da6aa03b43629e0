import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { problemsOf } from '../../testing/problems-of.ts';
import { goneStep, planOf, wantedStep } from '../testing/plans.ts';
import { consentTo } from './consent.ts';

const removal = planOf(goneStep('queue:Old', 'remove'));
const signal = new AbortController().signal;
const form = 'tty';
const screen = () => Object.assign(new PassThrough(), { isTTY: true });
const terminal = (answer: string) => {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  input.end(`${answer}\n`);
  return { input, output: screen() };
};

test.each([
  ['y', undefined, true],
  [' y ', undefined, true],
  ['', undefined, false],
  ['yes', undefined, false],
  ['shop-dev', 'shop-dev', true],
  ['y', 'shop-dev', false],
])("'%s' where %s is asked for: %s", async (answer, word, agreed) => {
  expect(await consentTo(removal, { yes: false, word, form, signal, terminal: terminal(answer) })).toBe(
    agreed,
  );
});

test('nobody is asked about what is only made, changed or kept', async () => {
  const plan = planOf(
    wantedStep('function:new', { action: 'create' }),
    wantedStep('function:f', { action: 'update' }),
    goneStep('bucket:B', 'keep'),
  );
  expect(await consentTo(plan, { yes: false, form, signal, terminal: terminal('') })).toBe(true);
});

test('--yes answers beforehand', async () => {
  expect(await consentTo(removal, { yes: true, form, signal, terminal: terminal('') })).toBe(true);
});

test.each([
  ['y', false],
  ['shop-dev', true],
])("where a word is asked for, --yes is not enough at a terminal: '%s'", async (answer, agreed) => {
  const consent = { yes: true, word: 'shop-dev', signal };
  expect(await consentTo(removal, { ...consent, form, terminal: terminal(answer) })).toBe(agreed);
  const piped = { input: new PassThrough(), output: screen() };
  expect(await consentTo(removal, { ...consent, form: 'plain', terminal: piped })).toBe(true);
});

test.each([
  ['in JSON', 'json', terminal('y')],
  ['where the question is not seen', 'tty', { ...terminal('y'), output: new PassThrough() }],
] as const)('nobody is asked %s', async (_, shown, seen) => {
  const refused = () => consentTo(removal, { yes: false, form: shown, signal, terminal: seen });
  expect(await problemsOf(refused)).toMatchObject([{ code: 'CONSENT_MISSING' }]);
});

test('Ctrl-C in the question is a no', async () => {
  const controller = new AbortController();
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const answer = consentTo(removal, {
    yes: false,
    form,
    signal: controller.signal,
    terminal: { input, output: screen() },
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
  const refused = () => consentTo(plan, { yes: false, form, signal, terminal: piped });
  expect(await problemsOf(refused)).toMatchObject([
    {
      code: 'CONSENT_MISSING',
      message: 'It would remove or replace table:T, rule:a, rule:b, rule:c, rule:d and 1 more.',
    },
  ]);
});
