import { expect, test } from 'vitest';
import type { DeployEvent } from '../../plan/events.ts';
import type { Form } from '../../report/form.ts';
import { goneStep, planOf, wantedStep } from '../testing/plans.ts';
import { createProgress } from './progress.ts';

const made = wantedStep('function:send', { action: 'create' });
const removed = goneStep('rule:old', 'remove');
const events: readonly DeployEvent[] = [
  { type: 'planned', plan: planOf(made, removed, goneStep('bucket:B', 'keep')) },
  { type: 'begin', step: made, elapsed: 0 },
  { type: 'called', step: made, elapsed: 1_000 },
  { type: 'end', step: made, elapsed: 1_234 },
  { type: 'begin', step: removed, elapsed: 0 },
  { type: 'failed', step: removed, elapsed: 400 },
];

function shown(form: Form, columns?: number) {
  const written: string[] = [];
  const progress = createProgress(form, { write: (text) => written.push(text), columns });
  for (const event of events) progress.onEvent(event);
  progress.end();
  return written.join('');
}

test('a pipe gets the plan and a line for each step that ended', () => {
  expect(shown('plain')).toBe(
    [
      '+ function:send',
      '- rule:old',
      '= bucket:B  kept: it holds data',
      '1 to create, 1 to remove, 1 kept.',
      '✔ created function:send  1.2 s',
      '✘ rule:old failed  0.4 s',
      '',
    ].join('\n'),
  );
});

test('a terminal has a last line besides that names what runs and is taken away at the end', () => {
  const text = shown('tty');
  expect(text).toContain('0 of 2  function:send');
  expect(text).toContain('1 of 2  rule:old');
  expect(text.endsWith('\r\u001b[2K')).toBe(true);
});

test('what goes with something else is not counted, because it never ends', () => {
  const written: string[] = [];
  const { onEvent } = createProgress('tty', { write: (text) => written.push(text) });
  onEvent({ type: 'planned', plan: planOf(removed, goneStep('permission:old', 'with')) });
  onEvent({ type: 'begin', step: removed, elapsed: 0 });
  expect(written.join('')).toContain('0 of 1  rule:old');
});

test('a terminal that says no width is taken to be 80 wide', () => {
  expect(shown('tty', 0)).toContain('0 of 2  function:send');
});

test('the line that moves is no longer than the terminal is wide', () => {
  expect(shown('tty', 12)).not.toContain('0 of 2  func');
});

test('JSON has no progress', () => {
  expect(shown('json')).toBe('');
});
