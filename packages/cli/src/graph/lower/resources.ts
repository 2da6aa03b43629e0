import type { ResourceDeclaration } from '@tankard/framework/manifest';
import type { AnyNode } from '../node.ts';
import { lowerBucket } from './bucket.ts';
import type { Lowering } from './lowering.ts';
import { lowerQueue } from './queue.ts';
import { lowerSecret } from './secret.ts';
import { lowerStream } from './stream.ts';
import { lowerTable } from './table.ts';
import { lowerTopic } from './topic.ts';

/** The nodes of a declared resource; an existing one and a parameter have none. */
export function lowerResource(declaration: ResourceDeclaration, lowering: Lowering): readonly AnyNode[] {
  if (declaration.existing !== undefined) return [];
  switch (declaration.kind) {
    case 'table':
      return lowerTable(declaration, lowering);
    case 'bucket':
      return lowerBucket(declaration, lowering);
    case 'queue':
      return lowerQueue(declaration, lowering);
    case 'topic':
      return lowerTopic(declaration, lowering);
    case 'stream':
      return lowerStream(declaration, lowering);
    case 'secret':
      return lowerSecret(declaration, lowering);
    case 'parameter':
      return [];
  }
}
