import type { Expression, Node } from 'oxc-parser';
import { unwrapped } from '../source/calls.ts';
import type { Keep, Unit } from './file-model.ts';

/** When a unit stays beside being reached by name. `isList`: the file consists of declarations on the app. */
export function keepOf(unit: Unit, isList: boolean): Keep {
  const contexts = unit.sites.map(({ context }) => context);
  if (contexts.includes('loop') || contexts.includes('condition')) return 'always';
  if (contexts.includes('function')) return unit.pure ? 'never' : 'always';
  if (contexts.includes('once') || (contexts.includes('decorator') && !unit.class)) return 'served';
  if (unit.binds.length > 0) return unit.pure || isList ? 'never' : 'always';
  return useArguments(unit.node) ? 'use' : 'always';
}

/**
 * What a statement `app.use(…)`, or `app.use(…).use(…)`, is given; whether these are classes of
 * handlers shows only with the whole project in view.
 */
export function useArguments(node: Node): readonly Node[] | undefined {
  return node.type === 'ExpressionStatement' ? usedBy(unwrapped(node.expression)) : undefined;
}

function usedBy(call: Expression): readonly Node[] | undefined {
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return undefined;
  const { object, property, computed } = call.callee;
  if (computed || property.type !== 'Identifier' || property.name !== 'use') return undefined;
  const before = object.type === 'CallExpression' ? usedBy(object) : [];
  return before && [...before, ...call.arguments];
}
