import type { Place } from '@tankard/framework/manifest';
import { type Expression, type ObjectExpression, type Program, parseSync } from 'oxc-parser';
import type { KeyPath } from './schema/fault.ts';

/**
 * Where in a configuration file the value at `path` is written: the line of its key, or of the
 * nearest key above it that can be seen. Nothing is found where the file builds its object at run time.
 *
 * @param file the path that is put into the place.
 */
export function keyPlace(file: string, source: string, path: KeyPath): Place | undefined {
  const { program } = parseSync(file, source);
  let offset: number | undefined;
  let value = exported(program);
  for (const key of path) {
    const found = value && within(value, key, program);
    if (!found) break;
    ({ offset, value } = found);
  }
  return offset === undefined ? undefined : { file, line: source.slice(0, offset).split('\n').length };
}

/** What a key of an object, or an index of a list, holds, and where it begins. */
interface Found {
  readonly offset: number;
  readonly value: Expression | undefined;
}

function within(value: Expression, key: string, program: Program): Found | undefined {
  if (value.type === 'ArrayExpression') {
    const item = value.elements[Number(key)];
    return item && item.type !== 'SpreadElement'
      ? { offset: item.start, value: bare(item, program) }
      : undefined;
  }
  return value.type === 'ObjectExpression' ? property(value, key, program) : undefined;
}

function property(object: ObjectExpression, key: string, program: Program): Found | undefined {
  for (const entry of object.properties) {
    if (entry.type !== 'Property' || entry.computed) continue;
    const name =
      entry.key.type === 'Identifier' ? entry.key.name : entry.key.type === 'Literal' ? entry.key.value : '';
    if (String(name) === key) return { offset: entry.start, value: bare(entry.value, program) };
  }
  return undefined;
}

function exported(program: Program): Expression | undefined {
  for (const statement of program.body) {
    if (statement.type !== 'ExportDefaultDeclaration') continue;
    const { declaration } = statement;
    if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration')
      return undefined;
    return declaration.type === 'TSInterfaceDeclaration'
      ? undefined
      : bare(declaration as Expression, program);
  }
  return undefined;
}

/** The expression without what stands around it: `defineConfig(…)`, `satisfies`, a name for it. */
function bare(expression: Expression, program: Program): Expression | undefined {
  switch (expression.type) {
    case 'TSSatisfiesExpression':
    case 'TSAsExpression':
    case 'ParenthesizedExpression':
      return bare(expression.expression, program);
    case 'CallExpression': {
      const [argument] = expression.arguments;
      return argument && argument.type !== 'SpreadElement' ? bare(argument, program) : undefined;
    }
    case 'Identifier':
      return initialiser(expression.name, program);
    default:
      return expression;
  }
}

function initialiser(name: string, program: Program): Expression | undefined {
  for (const statement of program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declaration.declarations) {
      if (id.type === 'Identifier' && id.name === name && init) return bare(init, program);
    }
  }
  return undefined;
}
