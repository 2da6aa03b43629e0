import { expect, test } from 'vitest';
import { patientReader } from './patient-reader.ts';
import type { ReadGroup } from './read-lines.ts';

const throttled = Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' });
const denied = Object.assign(new Error('no'), { name: 'AccessDeniedException' });

function patient(read: ReadGroup) {
  const warnings: string[] = [];
  const controller = new AbortController();
  const reader = patientReader(read, { signal: controller.signal, warn: (said) => warnings.push(said) });
  return { warnings, stop: () => controller.abort(), look: () => reader('group', { from: 0 }) };
}

test('throttling is told once, and each time again after it has passed', async () => {
  const answers = [throttled, throttled, [], throttled];
  const { look, warnings } = patient(async () => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  });
  expect([await look(), await look(), await look(), await look()]).toEqual([
    undefined,
    undefined,
    [],
    undefined,
  ]);
  expect(warnings).toHaveLength(2);
  expect(warnings[0]).toContain('ThrottlingException: Rate exceeded');
});

test('what AWS refuses is not tried again', async () => {
  const { look } = patient(() => Promise.reject(denied));
  await expect(look()).rejects.toBe(denied);
});

test('a look ends when it is stopped, though AWS has not answered', async () => {
  const { look, stop } = patient(() => new Promise(() => {}));
  const looking = look();
  stop();
  expect(await looking).toBeUndefined();
});
