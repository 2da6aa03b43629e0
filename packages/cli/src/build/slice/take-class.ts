import type { Class, ClassElement, MethodDefinition, Node, PropertyDefinition } from 'oxc-parser';
import type { Site } from './file-model.ts';
import type { DecoratorPiece, Member, Owner } from './owner-model.ts';
import { piece } from './pieces.ts';
import { isPure, type Names } from './purity.ts';
import { constructorMember, parameterOf } from './take-constructor.ts';

/** Takes a class apart into what may go by itself. */
export function takeClass(node: Class, sites: readonly Site[], names: Names): Owner {
  const members = node.body.body.map((element) => memberOf(element, sites, names));
  const maker = node.body.body.find(isConstructor);
  const name = node.id?.name ?? 'A class without a name';
  const owner = {
    kind: 'class' as const,
    node,
    name,
    start: node.start,
    members: members.flatMap((member) => [member, ...(member.children.filter(isInner) as Member[])]),
    parameters: maker?.value.params.map(parameterOf) ?? [],
    base: node.superClass ?? undefined,
    family: { owners: [] as Owner[] },
  };
  owner.family.owners.push(owner);
  return owner;
}

type Constructor = MethodDefinition & { readonly kind: 'constructor' };

function isConstructor(element: ClassElement): element is Constructor {
  return element.type === 'MethodDefinition' && element.kind === 'constructor';
}

/** What stands in a constructor is a member of the class too; a decorator is none. */
const isInner = (part: object): boolean => 'kind' in part;

function memberOf(element: ClassElement, sites: readonly Site[], names: Names): Member {
  const name =
    'key' in element && !('computed' in element && element.computed) ? keyOf(element.key) : undefined;
  if (isConstructor(element)) return constructorMember(element);
  if (element.type === 'MethodDefinition') {
    const decorators = decoratorsOf(element, sites);
    if (decorators.length > 0) return member('handler', name ?? '', element, decorators);
    return name === undefined || element.decorators.length > 0
      ? member('fixed', '', element)
      : member('method', name, element);
  }
  return element.type === 'PropertyDefinition'
    ? fieldMember(element, name, names)
    : member('fixed', '', element);
}

/** A field of the class itself is made when the class is, so that it only goes where that does nothing else. */
function fieldMember(field: PropertyDefinition, name: string | undefined, names: Names): Member {
  if (name === undefined || field.decorators.length > 0 || !field.value) return member('fixed', '', field);
  if (field.static && !isPure(field.value, names)) return member('fixed', '', field);
  const from = field.typeAnnotation?.end ?? field.key.end;
  return { ...member('field', name, field), cut: { start: from, end: field.value.end, with: ';' } };
}

/** A member over a range, with nothing that it uses yet. */
export function member(
  kind: Member['kind'],
  name: string,
  range: { readonly start: number; readonly end: number },
  decorators: readonly DecoratorPiece[] = [],
): Member {
  const start = Math.min(range.start, ...decorators.map((decorator) => decorator.start));
  return {
    ...piece(start, range.end, decorators),
    kind,
    name,
    decorators,
    cut: { start, end: range.end, with: ';' },
  };
}

function decoratorsOf(method: MethodDefinition, sites: readonly Site[]): readonly DecoratorPiece[] {
  return method.decorators.flatMap((decorator) => {
    const site = sites.find(({ start }) => decorator.start <= start && start < decorator.end);
    return site ? [{ ...piece(decorator.start, decorator.end), handlers: site.handlers }] : [];
  });
}

/** The name of a member, with its `#` where it is private. */
export function keyOf(key: Node): string | undefined {
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : undefined;
}
