import { type } from 'arktype';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Schema, SchemaError, validate, validateJson } from './schema.ts';

const schemas: [string, Schema<{ items: { price: number }[] }>][] = [
  ['zod', z.object({ items: z.array(z.object({ price: z.number() })) })],
  ['valibot', v.object({ items: v.array(v.object({ price: v.number() })) })],
  ['arktype', type({ items: type({ price: 'number' }).array() })],
];

describe.each(schemas)('a schema of %s', (_, schema) => {
  test('gives back what fits', () => {
    expect(validate(schema, { items: [{ price: 1 }] })).toEqual({ items: [{ price: 1 }] });
  });

  test('names the place of what does not fit', () => {
    expect(() => validate(schema, { items: [{ price: 1 }, { price: 'x' }] })).toThrow(
      expect.objectContaining({
        name: 'SchemaError',
        issues: [{ path: 'items.1.price', message: expect.any(String) }],
      }),
    );
  });
});

test('what a schema makes of a value is what counts', () => {
  expect(validate(z.string().transform(Number), '42')).toBe(42);
});

test('a schema that takes its time rejects', async () => {
  const schema = z.string().refine(async (text) => text !== 'no', 'taken');
  expect(await validate(schema, 'yes')).toBe('yes');
  await expect(validate(schema, 'no')).rejects.toThrow(new SchemaError([{ path: '', message: 'taken' }]));
});

test('text that is no JSON does not fit', () => {
  expect(() => validateJson(z.unknown(), '{')).toThrow(SchemaError);
  expect(() => validateJson(z.unknown(), '{')).toThrow(/^not JSON: /);
});

test('an error lists all that is wrong', () => {
  const issues = [
    { path: 'a.b', message: 'missing' },
    { path: '', message: 'too long' },
  ];
  expect(new SchemaError(issues).message).toBe('a.b: missing; too long');
});
