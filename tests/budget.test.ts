import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { judge, type Measure } from '../bench/budget/judge.ts';

const giving = (unit: Measure['unit'], ...values: readonly number[]) => {
  const left = [...values];
  const measure = async () => left.shift() ?? Number.NaN;
  return { measure: { name: 'it', unit, measure }, left };
};

describe('a measure', () => {
  test.each([
    ['a zip that grew by a hundredth', 'bytes', [6060], true],
    ['a zip that grew by more', 'bytes', [6061], false],
    ['a zip that shrank', 'bytes', [5000], true],
    ['a ratio that is a third larger', 'times', [8000, 8000, 8000, 8000, 8000], true],
    ['a ratio that is larger at every try', 'times', [8400, 8200, 9000, 8101, 8500], false],
    ['a ratio that is as it was at the last of five tries', 'times', [9000, 9000, 9000, 9000, 6000], true],
    ['a ratio that is as it was at a sixth try', 'times', [9000, 9000, 9000, 9000, 9000, 6000], false],
    ['something that gives no number', 'times', [Number.NaN], false],
  ] as const)('%s', async (_, unit, values, passed) => {
    const { measure } = giving(unit, ...values);
    expect((await judge(measure, { it: 6000 })).passed).toBe(passed);
  });

  test('is not tried again once it is good', async () => {
    const { measure, left } = giving('times', 9000, 6000, 1);
    await judge(measure, { it: 6000 });
    expect(left).toEqual([1]);
  });

  test('of which nothing is committed fails', async () => {
    const verdict = await judge(giving('bytes', 1).measure, { other: 6000 });
    expect(verdict).toMatchObject({
      passed: false,
      text: expect.stringContaining('npm run bench -- budget'),
    });
  });
});

describe('npm run budget', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tankard-budget-test-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const root = join(import.meta.dirname, '..');
  const name = 'zip of a queue';
  const { runs } = JSON.parse(readFileSync(join(root, 'bench', 'results', 'budget.json'), 'utf8'));
  const { value } = runs.find((run: { name: string }) => run.name === name);

  const budget = (committed: number) => {
    const [against, result] = [join(folder, 'against.json'), join(folder, 'result.json')];
    writeFileSync(against, JSON.stringify({ runs: [{ name, value: committed }] }));
    const words = [
      join(root, 'bench', 'budget', 'run-budget.ts'),
      `--against=${against}`,
      `--result=${result}`,
    ];
    return new Promise<{ code: number; said: string; counts: object }>((resolve) => {
      const child = execFile(process.execPath, [...words, `--only=${name}`], (_, said) =>
        resolve({ code: child.exitCode ?? -1, said, counts: JSON.parse(readFileSync(result, 'utf8')) }),
      );
    });
  };

  test('measures what is here, and counts it', async () => {
    expect(await budget(value)).toMatchObject({ code: 0, counts: { passed: 1, failed: 0 } });
  });

  test('fails where the committed zip is clearly smaller, and says so', async () => {
    expect(await budget(value * 0.9)).toEqual({
      code: 1,
      said: expect.stringMatching(/^✘ zip of a queue: \d+ bytes, a step back from \d+ bytes\n$/),
      counts: { passed: 0, failed: 1 },
    });
  });
});
