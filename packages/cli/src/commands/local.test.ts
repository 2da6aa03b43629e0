import { expect, test } from 'vitest';
import { runCommand } from '../testing/run-command.ts';

test.each([
  ['--port', '99999'],
  ['--port', 'abc'],
  ['--port', '-1'],
  ['--aws-port', '1.5'],
])('%s %s is no port', async (...words) => {
  const { code, stdout } = await runCommand('.', 'local', ...words, '--json');
  expect(code).toBe(2);
  expect(JSON.parse(stdout).problems).toMatchObject([
    { code: 'USAGE_INVALID', message: expect.stringContaining('from 0 to 65535') },
  ]);
});
