import type { Place, ResourceKind } from '@tankard/framework/manifest';
import type { Node } from 'oxc-parser';
import { destinationOf } from '../calls/destination.ts';
import type { CodeFile } from '../code/code-file.ts';
import { isReadName } from '../code/names.ts';
import type { ResourceUse } from '../usage.ts';
import { contentsOf, isContainer } from '../values/contents.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { type Fact, only } from '../values/fact.ts';
import { connectionMethods, SOCKET_URL } from '../values/socket.ts';

/** What can be read from a resource of each kind. */
const attributes: Readonly<Record<ResourceKind, readonly string[]>> = {
  table: ['name', 'arn'],
  bucket: ['name', 'arn'],
  queue: ['url', 'arn', 'name'],
  topic: ['arn', 'name'],
  stream: ['name', 'arn'],
  parameter: ['value'],
  secret: ['value', 'arn'],
};

interface Read {
  readonly resource: ResourceUse['resource'];
  readonly attributes: readonly string[];
  readonly place: Place;
}

/**
 * Which resources the code reads, and what of them. A resource that only triggers a handler or feeds another
 * resource is not read; one that is handed whole to code outside of the project counts with all its attributes.
 */
export function resourceUses(evaluation: Evaluation): readonly ResourceUse[] {
  const reads = evaluation.code.files.flatMap((file) =>
    file.running.flatMap((node) => readsAt(evaluation, file, node)),
  );
  return [...Map.groupBy(reads, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, same]) => useOf(same));
}

function readsAt(evaluation: Evaluation, file: CodeFile, node: Node): readonly Read[] {
  if (node.type !== 'MemberExpression' && node.type !== 'Identifier' && node.type !== 'CallExpression')
    return [];
  const place = file.placeOf(node);
  return evaluation.of(file, node).known.flatMap((fact): readonly Read[] => {
    if (fact.is === 'attribute' && isWhereRead(file, node)) {
      return known(fact.resource, fact.attribute)
        ? [{ resource: fact.resource, attributes: [fact.attribute], place }]
        : [];
    }
    if (!isGivenAway(evaluation, file, node, fact)) return [];
    return contentsOf(evaluation, only(fact)).flatMap((inner) => wholeOf(inner, place));
  });
}

/** Everything that can be read from a resource, or be done with a connection. */
function wholeOf(fact: Fact, place: Place): readonly Read[] {
  if (fact.is === 'resource')
    return [{ resource: fact.resource, attributes: attributes[fact.resource.kind], place }];
  if (fact.is !== 'connection') return [];
  return connectionMethods.map((method) => ({ resource: SOCKET_URL, attributes: [method], place }));
}

/** Whether a resource, or an object that may hold some, goes to code that is not the project's. */
function isGivenAway(evaluation: Evaluation, file: CodeFile, node: Node, fact: Fact): boolean {
  if (fact.is !== 'resource' && fact.is !== 'connection' && !isContainer(fact)) return false;
  if (node.type === 'Identifier' && !isReadName(file.nameOf(node), node)) return false;
  return destinationOf(evaluation, file, node).to === 'outside';
}

const known = (resource: ResourceUse['resource'], attribute: string): boolean => {
  if (resource.kind !== 'url') return attributes[resource.kind].includes(attribute);
  return resource.name === undefined || ['url', ...connectionMethods].includes(attribute);
};

/** What is done with connections is told apart, each with its places, for each is granted by itself. */
const keyOf = ({ resource, attributes }: Read): string =>
  JSON.stringify(resource.kind === 'url' && resource.name ? [resource, attributes] : resource);

/** An attribute is read by `orders.name`, and by `const { name } = orders`; a name that holds it is no further read. */
function isWhereRead(file: CodeFile, node: Node): boolean {
  if (node.type === 'MemberExpression') return true;
  const parent = file.parentOf(node);
  const pattern = parent?.type === 'Property' ? file.parentOf(parent) : undefined;
  return parent?.type === 'Property' && parent.value === node && pattern?.type === 'ObjectPattern';
}

function useOf(reads: readonly Read[]): ResourceUse {
  const [{ resource }] = reads as readonly [Read];
  const places = new Map(reads.map(({ place }) => [`${place.file}:${place.line}`, place]));
  return {
    resource,
    attributes: [...new Set(reads.flatMap((read) => read.attributes))].sort(),
    places: [...places.values()],
  };
}
