import type { Node, ObjectExpression } from 'oxc-parser';
import type { Member, Owner } from './owner-model.ts';
import { isPure, type Names } from './purity.ts';
import { keyOf, member } from './take-class.ts';

/** An object literal of functions as what may go by itself; undefined where there is nothing to choose. */
export function takeLiteral(node: ObjectExpression, name: string, names: Names): Owner | undefined {
  const members = node.properties.map((property) => memberOf(property, names));
  if (members.length < 2 || !members.some(({ kind }) => kind === 'method')) return undefined;
  const owner = {
    kind: 'object' as const,
    node,
    name,
    start: node.start,
    members,
    parameters: [],
    family: { owners: [] as Owner[] },
  };
  owner.family.owners.push(owner);
  return owner;
}

function memberOf(property: ObjectExpression['properties'][number], names: Names): Member {
  const name = property.type === 'SpreadElement' || property.computed ? undefined : keyOf(property.key);
  if (name === undefined || property.type === 'SpreadElement') return member('fixed', '', property);
  if (isFunction(property.value)) return member('method', name, property);
  return isPure(property.value, names) ? member('field', name, property) : member('fixed', name, property);
}

const isFunction = ({ type }: Node): boolean =>
  type === 'FunctionExpression' || type === 'ArrowFunctionExpression';
