import { expect, test } from 'vitest';
import { ownIntegration } from './own-integration.ts';

const calls = 'arn:aws:lambda:eu-west-1:123456789012:function:shop-dev-api';
const given = (IntegrationId: string, IntegrationUri = calls) => ({ IntegrationId, IntegrationUri });

test.each([
  ['none is there', [], undefined, [], undefined, []],
  ['one of another function', [given('a', 'arn:other')], undefined, [], undefined, []],
  ['the only one', [given('a')], undefined, [], 'a', []],
  ['of two that nothing needs the first', [given('a'), given('b')], undefined, [], 'a', ['b']],
  ['of two the one with routes', [given('a'), given('b')], undefined, ['b'], 'b', ['a']],
  ['the recorded one, beside one that has routes', [given('a'), given('b')], 'a', ['b'], 'a', []],
  ['the recorded one is gone', [given('a')], 'z', [], 'a', []],
])('chooses an integration: %s', (_, integrations, recorded, routed, id, duplicates) => {
  const found = ownIntegration(integrations, calls, { recorded, routed: new Set(routed) });
  expect(found?.own.IntegrationId).toBe(id);
  expect(found?.duplicates ?? []).toEqual(duplicates);
});
