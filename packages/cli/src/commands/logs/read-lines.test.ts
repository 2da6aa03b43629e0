import { expect, test } from 'vitest';
import type { LogEvent } from '../../aws/log-events.ts';
import { followLines, readLines } from './read-lines.ts';

const functions = ['api', 'send'].map((name) => ({
  name,
  physicalName: `shop-dev-${name}`,
  logGroup: `/aws/lambda/shop-dev-${name}`,
  handlers: [],
}));
const event = (id: string, time: number): LogEvent => ({ id, time, message: `${id}\n` });

test('lines of several functions are merged by their time', async () => {
  const groups: Record<string, readonly LogEvent[]> = {
    '/aws/lambda/shop-dev-api': [event('a', 1), event('c', 3)],
    '/aws/lambda/shop-dev-send': [event('b', 2)],
  };
  const lines = await readLines(functions, { from: 0 }, async (group) => groups[group] ?? []);
  expect(lines?.map(({ function: name, text }) => `${name} ${text}`)).toEqual(['api a', 'send b', 'api c']);
});

test('functions of which none has a log are told from functions that were silent', async () => {
  expect(await readLines(functions, { from: 0 }, async () => undefined)).toBeUndefined();
  const one = async (group: string) => (group.endsWith('api') ? [] : undefined);
  expect(await readLines(functions, { from: 0 }, one)).toEqual([]);
});

test('a log that could not be read for a while loses nothing, however far the others are', async () => {
  const looks: Readonly<Record<string, readonly LogEvent[] | undefined>>[] = [
    { api: [event('a', 5_000)], send: undefined },
    { api: [event('b', 60_000)], send: undefined },
    { api: [], send: [event('c', 6_000)] },
  ];
  let look = 0;
  const sendFrom: number[] = [];
  const read = async (group: string, span: { readonly from: number }) => {
    const name = group.endsWith('api') ? 'api' : 'send';
    if (name === 'send') sendFrom.push(span.from);
    return looks[look]?.[name];
  };
  const again = async () => {
    look += 1;
    return look < looks.length;
  };
  const shown: string[] = [];
  for await (const { text } of followLines(functions, 1_000, read, again)) shown.push(text);
  expect(shown).toEqual(['a', 'b', 'c']);
  expect(sendFrom).toEqual([1_000, 1_000, 1_000]);
});

test('a followed log shows each line once, those that come late too', async () => {
  const looks = [
    [event('a', 5_000)],
    [event('a', 5_000), event('c', 20_000)],
    [event('b', 12_000), event('c', 20_000)],
  ];
  const from: number[] = [];
  const read = async (_group: string, span: { readonly from: number }) => {
    from.push(span.from);
    return looks.shift() ?? [];
  };
  const shown: string[] = [];
  for await (const { text } of followLines(
    functions.slice(0, 1),
    1_000,
    read,
    async () => looks.length > 0,
  )) {
    shown.push(text);
  }
  expect(shown).toEqual(['a', 'c', 'b']);
  expect(from).toEqual([1_000, 1_000, 10_000]);
});
