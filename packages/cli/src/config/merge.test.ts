import { expect, test } from 'vitest';
import { mergeFunction, mergeStage } from './merge.ts';

test('a stage wins over the top of the file, key by key', () => {
  const merged = mergeStage(
    { api: 'http', sdk: 'layer', parameters: { A: '1', B: '2' } },
    { api: 'rest', parameters: { B: '3' } },
  );
  expect(merged).toMatchObject({ api: 'rest', sdk: 'layer', parameters: { A: '1', B: '3' } });
});

test('a function keeps what the stage does not say about it', () => {
  const merged = mergeStage(
    { functions: { api: { memory: 512, environment: { A: '1', B: '2' } }, send: { timeout: 5 } } },
    { functions: { api: { timeout: 9, environment: { B: '3' } } } },
  );
  expect(merged.functions).toEqual({
    api: { memory: 512, timeout: 9, environment: { A: '1', B: '3' } },
    send: { timeout: 5 },
  });
});

test('a key given as undefined hides nothing', () => {
  expect(mergeStage({ api: 'rest' }, { api: undefined }).api).toBe('rest');
  expect(mergeFunction({ memory: 512 }, { memory: undefined })).toEqual({ memory: 512 });
});

test('a list is replaced as a whole', () => {
  expect(mergeFunction({ assets: ['a', 'b'] }, { assets: ['c'] }).assets).toEqual(['c']);
});
