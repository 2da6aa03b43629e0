import { expect, test } from 'vitest';
import { graphOf, handler } from '../graph/testing/given.ts';
import { join, parameter, pseudo, ref } from '../resources/value.ts';
import { checkGraph } from './check-graph.ts';
import { missingParameters } from './missing-parameters.ts';
import { valueLength } from './value-length.ts';

const graphWith = (environment: Record<string, string>) =>
  graphOf([handler('f', { source: 'lambda' }, { environment })]);

test('an environment of 4 KB passes, and one byte more does not', () => {
  expect(checkGraph(graphWith({ KEY: 'x'.repeat(4093) }))).toEqual([]);
  expect(checkGraph(graphWith({ KEY: 'x'.repeat(4094) }))).toMatchObject([
    {
      code: 'ENVIRONMENT_TOO_LARGE',
      subject: 'f',
      message: "The environment of 'f' has 1 variables of 4097 bytes; Lambda takes 4096.",
    },
  ]);
});

test.each([
  ['é', 2],
  [15, 2],
  [['a', 'bc'], 3],
  [join('arn:', pseudo('accountId'), ':', pseudo('region')), 26],
  [ref('table:T', 'arn'), 60],
  [parameter('From'), 60],
])('%j counts %i bytes', (value, bytes) => {
  expect(valueLength(value)).toBe(bytes);
});

test('a parameter without a value is missing, with what it is for', () => {
  const parameters = [
    { name: 'From', description: 'Whom mails are from' },
    { name: 'Subject', value: '' },
  ];
  expect(missingParameters({ ...graphWith({}), parameters })).toMatchObject([
    {
      code: 'PARAMETER_MISSING',
      message: "The parameter 'From' has no value (Whom mails are from).",
      subject: 'From',
    },
  ]);
});
