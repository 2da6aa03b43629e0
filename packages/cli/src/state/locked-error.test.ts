import { expect, test } from 'vitest';
import { lockedError } from './locked-error.ts';
import type { LockHolder } from './store.ts';

const holder: LockHolder = {
  caller: 'arn:aws:iam::123456789012:user/ann',
  host: 'anns-laptop',
  machine: '1',
  pid: 7,
  command: 'deploy',
  since: '2026-01-01T12:00:00.000Z',
};
const heard = Date.parse('2026-01-01T12:30:00Z');

test.each([
  ['just now', 12_000, 'last heard of 12 seconds ago', 'Wait until'],
  ['a while ago', 45 * 60_000, 'last heard of 45 minutes ago', 'Most likely it was killed'],
  ['yesterday', 20 * 3_600_000, 'last heard of 20 hours ago', 'Most likely it was killed'],
  ['in the future, by another clock', -5_000, 'last heard of 0 seconds ago', 'Wait until'],
])('a lock that was heard of %s says so, and what to do', (_, later, said, remedy) => {
  const [problem] = lockedError('s3://state/lock.json', { holder, heard }, heard + later).problems;
  expect(problem?.message).toBe(
    `arn:aws:iam::123456789012:user/ann on anns-laptop (process 7) runs 'deploy' since 2026-01-01T12:00:00.000Z, ${said}.`,
  );
  expect(problem?.remedy).toContain(remedy);
});
