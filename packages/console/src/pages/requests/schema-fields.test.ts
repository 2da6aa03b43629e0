import { expect, test } from 'vitest';
import type { JsonObject } from '../../shown.ts';
import { bodyOf, fieldsOf } from './schema-fields.ts';

const schema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    email: { type: 'string', format: 'email' },
    skills: { anyOf: [{ type: 'string' }, { type: 'array' }] },
    years: { type: 'number', minimum: 0 },
    level: { enum: ['junior', 'senior'] },
    open: { type: 'boolean' },
    tags: { type: 'array' },
  },
  required: ['name'],
};

test('each property of an object is a field of its type, and says what it takes', () => {
  const shown = fieldsOf(schema)?.map(({ name, kind, hint, example }) => [name, kind, hint, example]);
  expect(shown).toEqual([
    ['name', 'text', 'string', ''],
    ['email', 'text', 'email', 'ann@example.com'],
    ['skills', 'text', 'string or array', ''],
    ['years', 'number', 'number from 0', ''],
    ['level', 'choice', 'JSON', 'junior'],
    ['open', 'boolean', 'boolean', ''],
    ['tags', 'json', 'array', '[]'],
  ]);
  expect(
    fieldsOf(schema)
      ?.filter(({ isRequired }) => isRequired)
      .map(({ name }) => name),
  ).toEqual(['name']);
});

test.each<JsonObject | undefined>([undefined, {}, { type: 'string' }])('%j is typed as JSON', (other) => {
  expect(fieldsOf(other)).toBeUndefined();
});

test('what is typed becomes a value of its type, and what is empty is left out', () => {
  const values = { name: 'Ann', years: '4', open: 'false', tags: '["a"]', email: '' };
  expect(JSON.parse(bodyOf(fieldsOf(schema) ?? [], values))).toEqual({
    name: 'Ann',
    years: 4,
    open: false,
    tags: ['a'],
  });
});
