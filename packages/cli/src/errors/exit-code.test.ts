import { expect, test } from 'vitest';
import type { Code } from './codes.ts';
import { exitCodeOf } from './exit-code.ts';
import { problem } from './problem.ts';

const error = (code: Code) => problem(code, { message: 'm', remedy: 'r' });
const warning = (code: Code) => problem(code, { message: 'm', remedy: 'r', severity: 'warning' });

test.each([
  ['nothing', [], 0],
  ['a warning', [warning('CONFIG_TYPE')], 0],
  ['an error', [warning('CONFIG_TYPE'), error('STAGE_UNKNOWN')], 1],
  ['wrong usage', [error('USAGE_UNKNOWN_OPTION')], 2],
  ['a deploy that was half done', [error('AWS_FAILED'), error('DEPLOY_PARTLY')], 3],
  ['a refusal of AWS', [error('AWS_FAILED')], 4],
  ['a deploy that was stopped', [error('DEPLOY_ABORTED')], 130],
])('%s ends the process with the code that the manual gives', (_, problems, code) => {
  expect(exitCodeOf(problems)).toBe(code);
});
