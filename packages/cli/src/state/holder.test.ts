import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { mayBeAlive, ownHolder } from './holder.ts';

const own = ownHolder({ caller: 'arn:ann', command: 'deploy' });
const ended = spawnSync(process.execPath, ['-e', '']).pid;

test.each([
  ['that runs here', own, true],
  ['that has ended here', { ...own, pid: ended }, false],
  ['of another machine of the same name', { ...own, machine: 'another', pid: ended }, true],
])('a process %s', (_, holder, alive) => {
  expect(mayBeAlive(holder)).toBe(alive);
});
