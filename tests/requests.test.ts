import { rm } from 'node:fs/promises';
import type { App } from '@tankard/framework';
import { createTestClient } from '@tankard/framework/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type LocalProcess, runLocal } from '../packages/cli/src/local/testing/local-process.ts';
import { askOverHttp } from './requests/ask-over-http.ts';
import { askTestClient } from './requests/ask-test-client.ts';
import { answerOf, DIFFERENCES } from './requests/differences.ts';
import { app } from './requests/guarded.ts';
import { asked, TARGETS, type Target } from './requests/request-row.ts';
import { REQUEST_ROWS, rowsFor } from './requests/request-rows.ts';
import { requestsProject } from './requests/requests-project.ts';

const locals = new Map<Target, LocalProcess>();
const folders: string[] = [];

beforeAll(async () => {
  // The rows fail on purpose.
  vi.stubEnv('TANKARD_LOG_LEVEL', 'FATAL');
  await Promise.all(
    TARGETS.map(async (target) => {
      const folder = await requestsProject(target);
      folders.push(folder);
      locals.set(target, await runLocal(folder));
    }),
  );
});
afterAll(async () => {
  await Promise.all([...locals.values()].map(({ end }) => end('SIGINT')));
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

/** The app as it is behind a target, for those that ask it here. */
const appBehind = (target: Target): App =>
  target === 'default' ? Object.create(app, { options: { value: { notFound: 'app' } } }) : app;

test('the table has 150 requests and more, and no name twice', () => {
  const names = REQUEST_ROWS.map(({ does }) => does);
  expect(names.length).toBeGreaterThanOrEqual(150);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test.each(DIFFERENCES)('a difference of $engine is about requests of the table: $rows', ({ rows }) => {
  expect(REQUEST_ROWS.filter(({ does }) => rows.test(does))).not.toEqual([]);
});

describe.each(TARGETS)('%s', (target) => {
  describe('the test client', () => {
    const client = createTestClient(appBehind(target));
    test.each(rowsFor(target))('$does', async (row) => {
      const wanted = answerOf('test client', target, row);
      expect(await asked(wanted, () => askTestClient(client, target, row))).toEqual(wanted);
    });
  });

  describe('local', () => {
    test.each(rowsFor(target))('$does', async (row) => {
      const url = locals.get(target)?.url ?? '';
      const wanted = answerOf('local', target, row);
      expect(await asked(wanted, () => askOverHttp({ url }, row))).toEqual(wanted);
    });
  });
});
