import { describe, expect, it } from 'vitest';
import { chunksOf } from './chunks.ts';

async function* numbers(count: number) {
  for (let number = 0; number < count; number++) yield number;
}

async function sizes(count: number) {
  const found: number[] = [];
  for await (const chunk of chunksOf(numbers(count), 50)) found.push(chunk.length);
  return found;
}

describe('chunksOf', () => {
  it('gathers at most as many as it is told, and loses none', async () => {
    expect(await sizes(120)).toEqual([50, 50, 20]);
    expect(await sizes(100)).toEqual([50, 50]);
    expect(await sizes(1)).toEqual([1]);
  });

  it('gives no chunk where nothing comes', async () => {
    expect(await sizes(0)).toEqual([]);
  });
});
