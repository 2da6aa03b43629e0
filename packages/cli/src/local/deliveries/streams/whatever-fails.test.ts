import { array, assert, asyncProperty, boolean, constantFrom, integer, record } from 'fast-check';
import { expect, test } from 'vitest';
import { polled } from './testing/polled.ts';

const NAMES = [...'abcdefghijklmnopqrst'];

/** What a run of the function does: all well, a crash, or one record reported. */
const conduct = constantFrom('well', 'crash', 'report');
const settings = record({
  batchSize: integer({ min: 1, max: 8 }),
  parallelization: integer({ min: 1, max: 3 }),
  retries: integer({ min: 0, max: 2 }),
  bisect: boolean(),
});

test('whatever fails, each record is done or given up, and those of one key in their order', async () => {
  await assert(
    asyncProperty(settings, array(conduct, { maxLength: 40 }), async (mapping, conducts) => {
      const finished: string[] = [];
      const run = await polled({
        mapping,
        answer: (names, call) => {
          const now = conducts[call - 1] ?? 'well';
          if (now === 'crash') throw new Error('no');
          const failed = now === 'report' ? Math.floor(names.length / 2) : names.length;
          finished.push(...names.slice(0, failed));
          return {
            batchItemFailures: names.slice(failed, failed + 1).map((name) => ({ itemIdentifier: name })),
          };
        },
      });
      for (const [index, name] of NAMES.entries()) run.put(name, { group: `key-${index % 4}` });
      await run.pass(30);
      const given = run.notices.filter(({ kind }) => kind === 'gave-up');
      const count = given.reduce((sum, one) => sum + ('records' in one ? one.records : 0), 0);
      // Nothing is done twice, for a run that did a record has said so; nothing is left over.
      expect(new Set(finished).size).toBe(finished.length);
      expect(finished.length + count).toBe(NAMES.length);
      for (let key = 0; key < 4; key += 1) {
        const ofKey = finished.filter((name) => NAMES.indexOf(name) % 4 === key);
        expect(ofKey).toEqual(ofKey.toSorted());
      }
      await run.close();
    }),
    { numRuns: 60 },
  );
}, 60_000);
