import type { JsonObject } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createSchemaPool } from './schema-pool.ts';

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output' = 'input') =>
  JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io }))) as JsonObject;

const Address = z.object({ city: z.string() }).meta({ id: 'Address' });

test('a schema without a name of its own stands where it is used', () => {
  const pool = createSchemaPool();
  expect(pool.add(jsonSchema(z.string()), 'whole')).toEqual({ type: 'string' });
  expect(pool.schemas).toEqual({});
});

test('a schema with a name is one of the document, whoever speaks of it', () => {
  const pool = createSchemaPool();
  const person = pool.add(jsonSchema(z.object({ home: Address, work: Address })), 'person');
  const ref = { $ref: '#/components/schemas/Address' };
  expect(person.properties).toEqual({ home: ref, work: ref });
  expect(pool.add(jsonSchema(Address), 'address')).toEqual(ref);
  expect(Object.keys(pool.schemas)).toEqual(['Address']);
});

test('of two of one name that are not the same the second has a number', () => {
  const pool = createSchemaPool();
  const other = z.object({ street: z.string() }).meta({ id: 'Address' });
  pool.add(jsonSchema(Address), 'a');
  expect(pool.add({ $ref: '#/$defs/Address', $defs: { Address: { type: 'null' } } }, 'b')).toEqual({
    $ref: '#/components/schemas/Address2',
  });
  expect(pool.add(jsonSchema(Address, 'output'), 'c')).toEqual({ $ref: '#/components/schemas/Address3' });
  expect(pool.add(jsonSchema(Address), 'd')).toEqual({ $ref: '#/components/schemas/Address' });
  expect(other.meta()?.id).toBe('Address');
});

test('a schema that speaks of itself is one of the document, named by where it is used', () => {
  const pool = createSchemaPool();
  interface Tree {
    readonly children: readonly Tree[];
  }
  const Tree: z.ZodType<Tree> = z.lazy(() => z.object({ children: z.array(Tree) }));
  const added = pool.add(jsonSchema(z.object({ root: Tree })), 'addTree');
  const itself = pool.add({ type: 'object', properties: { next: { $ref: '#' } } }, 'Chain');
  expect(itself).toEqual({ $ref: '#/components/schemas/Chain' });
  expect(pool.schemas.Chain).toEqual({
    type: 'object',
    properties: { next: { $ref: '#/components/schemas/Chain' } },
  });
  const refs = [...JSON.stringify([added, pool.schemas]).matchAll(/"\$ref":"([^"]+)"/g)].map(
    ([, ref = '']) => ref,
  );
  expect(refs.length).toBeGreaterThan(2);
  for (const ref of refs)
    expect(Object.keys(pool.schemas).map((name) => `#/components/schemas/${name}`)).toContain(ref);
});

test('what stands in a schema as data is left as it is', () => {
  const data = { $ref: '#/$defs/A' };
  const schema = {
    const: data,
    default: data,
    enum: [data],
    examples: [data],
    $defs: { A: { type: 'null' } },
  };
  expect(createSchemaPool().add(schema, 'a')).toEqual({
    const: data,
    default: data,
    enum: [data],
    examples: [data],
  });
});

test("a name has only what a component's may have", () => {
  const pool = createSchemaPool();
  const schema = { $ref: '#/$defs/a~1b c', $defs: { 'a/b c': { type: 'null' } } };
  expect(pool.add(schema, 'x')).toEqual({ $ref: '#/components/schemas/a_b_c' });
});
