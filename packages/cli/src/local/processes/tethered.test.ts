import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { endProcess, spawnTethered } from './tethered.ts';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('a child that only loops dies when its parent is killed', async () => {
  const module = fileURLToPath(new URL('./tethered.ts', import.meta.url));
  const code = `
    import { spawnTethered } from ${JSON.stringify(module)};
    const child = spawnTethered(process.execPath, ['-e', 'for (;;);'], { env: {} });
    console.log(child.pid);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(parent.stdout, 'data');
  const pid = Number(String(line));
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  await expect.poll(() => isAlive(pid)).toBe(false);
});

test("the child's pid and exit status are its own, and its input is empty", async () => {
  const child = spawnTethered(
    process.execPath,
    ['-e', 'process.stdin.on("end", () => process.exit(9)).resume()'],
    {
      env: {},
    },
  );
  const [code] = await once(child, 'exit');
  expect(code).toBe(9);
});

test('a child that does not heed the request to end is killed after its grace', async () => {
  const child = spawnTethered(
    process.execPath,
    ['-e', 'process.on("SIGTERM", () => {}); console.log(1); for (;;);'],
    {
      env: {},
    },
  );
  await once(child.stdout ?? child, 'data');
  await endProcess(child, 50);
  expect(child.signalCode).toBe('SIGKILL');
});
