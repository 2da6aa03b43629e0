import type { Node } from 'oxc-parser';
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

/** What a statement `app.use(…)` is given; whether these are classes of handlers shows only with the whole project in view. */
export function useArguments(node: Node): readonly Node[] | undefined {
  if (node.type !== 'ExpressionStatement') return undefined;
  const call = unwrapped(node.expression);
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return undefined;
  const { property, computed } = call.callee;
  return !computed && property.type === 'Identifier' && property.name === 'use' ? call.arguments : undefined;
}
