import { expect, test } from 'vitest';
import { problem } from '../errors/problem.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { refuseErrors } from './refuse-errors.ts';

const error = problem('STAGE_UNKNOWN', { message: 'm', remedy: 'r' });
const warning = problem('CONFIG_TYPE', { message: 'm', remedy: 'r', severity: 'warning' });

test('warnings alone are let through', () => {
  expect(refuseErrors([warning])).toEqual([warning]);
});

test('an error is thrown together with everything else that was found', async () => {
  expect(await problemsOf(() => refuseErrors([warning, error]))).toEqual([warning, error]);
});
