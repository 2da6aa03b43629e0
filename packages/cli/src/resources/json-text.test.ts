import { expect, test } from 'vitest';
import { jsonText } from './json-text.ts';
import { join, ref } from './value.ts';

test('what is known is a text at once', () => {
  const filter = { body: { n: [{ numeric: ['>', 5] }, null, true], 'a "b"': [] } };
  expect(jsonText(filter)).toBe(JSON.stringify(filter));
});

test('what is not known stands in the text as a value', () => {
  const bucket = ref('bucket:Files', 'name');
  const text = join('{', '"name":', '[', '"', bucket, '"', ']', '}');
  expect(jsonText({ name: [bucket] })).toEqual(text);
});
