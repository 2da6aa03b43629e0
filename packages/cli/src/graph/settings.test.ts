import type { FunctionConfig } from '@tankard/framework/config';
import type { FunctionSettings, RouteTrigger } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { settingsOf } from './settings.ts';
import { configOf, handler } from './testing/given.ts';

const route: RouteTrigger = { source: 'route', method: 'GET', path: '/' };

function merged(
  code: readonly FunctionSettings[],
  general: FunctionConfig = {},
  own: FunctionConfig = {},
  routes = false,
) {
  const trigger = routes ? route : ({ source: 'lambda' } as const);
  const handlers = code.map((settings, index) => handler(`h${index}`, trigger, settings));
  return settingsOf({ name: 'f', handlers }, configOf({ defaults: general, functions: { f: own } }));
}

test('without a word from anybody the defaults hold', () => {
  expect(merged([{}])).toMatchObject({
    architecture: 'arm64',
    memory: 256,
    timeout: 30,
    logLevel: 'INFO',
    logRetention: 30,
    tracing: false,
    environment: {},
  });
});

test('a network is that of all functions, unless a function has its own, or none', () => {
  const vpc = { subnets: ['subnet-0a'], securityGroups: ['sg-0a'] };
  const other = { ...vpc, subnets: ['subnet-0b'] };
  expect(merged([{}], { vpc }).vpc).toBe(vpc);
  expect(merged([{}], { vpc }, { vpc: other }).vpc).toBe(other);
  expect(merged([{}], { vpc }, { vpc: false }).vpc).toBeUndefined();
});

test.each([
  ['the stage', {}, { memory: 512 }, {}, 512],
  ['the code over the stage', { memory: 1024 }, { memory: 512 }, {}, 1024],
  ["the stage's word on the function over the code", { memory: 1024 }, { memory: 512 }, { memory: 128 }, 128],
])('memory is taken from %s', (_, code, general, own, memory) => {
  expect(merged([code], general, own).memory).toBe(memory);
});

test('routes that share a function give it the largest of their memories and timeouts', () => {
  const { memory, timeout } = merged(
    [{ memory: 128, timeout: 20 }, { memory: 1024, timeout: 5 }, {}],
    {},
    {},
    true,
  );
  expect({ memory, timeout }).toEqual({ memory: 1024, timeout: 20 });
});

test('a default timeout is cut to what API Gateway waits for, one for the function itself is not', () => {
  expect(merged([{}], {}, {}, true).timeout).toBe(29);
  expect(merged([{}], { timeout: 300 }, {}, true).timeout).toBe(29);
  expect(merged([{}], { timeout: 300 }).timeout).toBe(300);
  expect(merged([{}], {}, { timeout: 60 }, true).timeout).toBe(60);
});

test('environments are merged variable by variable', () => {
  const code = [{ environment: { CODE: '1', BOTH: 'code' } }];
  const { environment } = merged(
    code,
    { environment: { STAGE: '1', CODE: '0' } },
    { environment: { BOTH: 'own' } },
  );
  expect(environment).toEqual({ STAGE: '1', CODE: '1', BOTH: 'own' });
});
