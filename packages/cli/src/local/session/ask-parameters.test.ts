import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { problem } from '../../errors/problem.ts';
import { askParameters } from './ask-parameters.ts';

const missing = (name: string) =>
  problem('PARAMETER_MISSING', {
    message: `The parameter '${name}' has no value.`,
    subject: name,
    remedy: '',
  });

test('each missing parameter is asked for in turn', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  let asked = '';
  output.on('data', (data) => {
    asked += data;
    if (asked.endsWith('Mailer: ')) input.write('a@example.com\n');
    if (asked.endsWith('Limit: ')) input.write('5\n');
  });
  const values = await askParameters([missing('Mailer'), missing('Limit')], { input, output });
  expect(values).toEqual({ Mailer: 'a@example.com', Limit: '5' });
  expect(asked).toContain("The parameter 'Mailer' has no value.");
});
