import type { Node } from 'oxc-parser';
import { unwrapped } from '../source/calls.ts';
import type { Piece } from './file-model.ts';
import { useArguments } from './keep.ts';
import { piece } from './pieces.ts';

/** An argument of `new Class(…)`, which goes where the function does not read the parameter. */
export interface ConstructorArgument extends Piece {
  readonly className: string;
  readonly index: number;
}

/** The arguments that `app.use(new Class(…))` or `const it = new Class(…)` hands to constructors. */
export function constructorArguments(node: Node): readonly ConstructorArgument[] {
  const made = node.type === 'VariableDeclarator' && node.init ? [node.init] : (useArguments(node) ?? []);
  return made.flatMap((argument) => {
    const call =
      argument.type === 'SpreadElement' ? argument : unwrapped(argument as Parameters<typeof unwrapped>[0]);
    if (call.type !== 'NewExpression' || call.callee.type !== 'Identifier') return [];
    const { name: className } = call.callee;
    if (call.arguments.some(({ type }) => type === 'SpreadElement')) return [];
    return call.arguments.map(({ start, end }, index) => ({ ...piece(start, end), className, index }));
  });
}
