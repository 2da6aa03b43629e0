import { expect, test } from 'vitest';
import { handler, manifestOf } from '../../graph/testing/given.ts';
import { problemsOf } from '../../testing/problems-of.ts';
import { stageFunctions } from './stage-functions.ts';

const manifest = manifestOf({
  handlers: [
    handler('list', { source: 'route', method: 'GET', path: '/' }),
    handler('add', { source: 'route', method: 'POST', path: '/' }),
    handler('send', { source: 'lambda' }),
  ],
});

test('functions are told by their names in AWS and by where they log', () => {
  expect(stageFunctions(manifest, { stage: 'dev' })).toMatchObject([
    { name: 'api', physicalName: 'shop-dev-api', logGroup: '/aws/lambda/shop-dev-api', handlers: [{}, {}] },
    { name: 'send', physicalName: 'shop-dev-send', logGroup: '/aws/lambda/shop-dev-send' },
  ]);
});

test('those that are asked for are given', () => {
  expect(stageFunctions(manifest, { stage: 'dev' }, ['send']).map(({ name }) => name)).toEqual(['send']);
});

test('each unknown name is told', async () => {
  const asked = () => stageFunctions(manifest, { stage: 'dev' }, ['sent', 'list']);
  expect(await problemsOf(asked)).toMatchObject([
    { code: 'FUNCTION_UNKNOWN', remedy: "Did you mean 'send'?" },
    { code: 'FUNCTION_UNKNOWN', remedy: 'Functions: api, send.' },
  ]);
});
