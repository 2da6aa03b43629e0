import type { TableDeclaration } from '@tankard/framework/manifest';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import { handlersOf, type Lowering } from './lowering.ts';

/** A declared table; its stream is on where a handler reads its records. */
export function lowerTable(declaration: TableDeclaration, { manifest, names }: Lowering): readonly AnyNode[] {
  const { name, place, partitionKey, sortKey, indexes, ttl } = declaration;
  if (!partitionKey) throw new Error(`The manifest lists the table '${name}' without a partition key.`);
  const stream = handlersOf(manifest, 'dynamodb').some(({ trigger }) => trigger.table.name === name);
  const model = { physicalName: names.of('table', name), partitionKey, sortKey, indexes, ttl, stream };
  return [makeNode('table', name, model, { place })];
}
