import { expect, test } from 'vitest';
import { styleOf } from '../../report/style.ts';
import { planOf, wantedStep } from '../testing/plans.ts';
import { deployOutcome } from './deploy-outcome.ts';

const deployed = {
  app: 'shop',
  stage: 'dev',
  target: { account: '123456789012', region: 'eu-central-1' },
  duration: 2_345.6,
  problems: [],
};
const outputs = [{ name: 'Url', description: 'Base URL of the API', value: 'https://a' }];
const change = planOf(wantedStep('function:send', { action: 'create' }));
const shown = (result: Parameters<typeof deployOutcome>[0]) =>
  deployOutcome(result, deployed).text(styleOf('plain'));

test('a deploy ends with its outputs and where it went', () => {
  expect(shown({ plan: change, applied: true, outputs })).toBe(
    '  Url  https://a\n✔ shop is deployed: stage dev in eu-central-1 of 123456789012, 2.3 s',
  );
});

test('one that had nothing to do says so', () => {
  expect(shown({ plan: planOf(), applied: true, outputs: [] })).toBe(
    '✔ shop was up to date: stage dev in eu-central-1 of 123456789012, 2.3 s',
  );
});

test('one that was not agreed to changed nothing', () => {
  expect(shown({ plan: change, applied: false, outputs: [] })).toBe('Stopped: nothing was changed.');
});

test('as data it holds the steps', () => {
  expect(deployOutcome({ plan: change, applied: true, outputs }, deployed).data).toMatchObject({
    app: 'shop',
    account: '123456789012',
    applied: true,
    duration: 2346,
    steps: [{ action: 'create', id: 'function:send' }],
    outputs,
  });
});
