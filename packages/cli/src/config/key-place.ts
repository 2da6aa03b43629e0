import type { Place } from '@tankard/framework/manifest';
import {
  type ExportDefaultDeclarationKind,
  type Expression,
  type ObjectExpression,
  type Program,
  parseSync,
} from 'oxc-parser';
import type { KeyPath } from './schema/fault.ts';

/**
 * Where in a configuration file the value at `path` is written: the line of its key, or of the
 * nearest key above it that can be seen, or of the default export. Nothing is found where there is none.
 *
 * @param file the path that is put into the place.
 */
export function keyPlace(file: string, source: string, path: KeyPath): Place | undefined {
  return follow(file, source, path)?.place;
}

/** As {@link keyPlace}, but nothing where the key itself cannot be seen. */
export function exactKeyPlace(file: string, source: string, path: KeyPath): Place | undefined {
  const followed = follow(file, source, path);
  return followed?.depth === path.length ? followed.place : undefined;
}

function follow(file: string, source: string, path: KeyPath) {
  const { program } = parseSync(file, source);
  let found = exported(program);
  if (!found) return undefined;
  let depth = 0;
  for (const key of path) {
    const next: Found | undefined = found.value && within(found.value, key, program);
    if (!next) break;
    found = next;
    depth += 1;
  }
  return { place: { file, line: source.slice(0, found.offset).split('\n').length }, depth };
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
  // The last one wins, as when the file is run.
  for (const entry of object.properties.toReversed()) {
    if (entry.type === 'SpreadElement') {
      const spread = bare(entry.argument, program);
      const found = spread && within(spread, key, program);
      if (found) return found;
      continue;
    }
    if (entry.computed) continue;
    const name =
      entry.key.type === 'Identifier' ? entry.key.name : entry.key.type === 'Literal' ? entry.key.value : '';
    if (String(name) === key) return { offset: entry.start, value: bare(entry.value, program) };
  }
  return undefined;
}

function exported(program: Program): Found | undefined {
  for (const statement of program.body) {
    if (statement.type === 'ExportDefaultDeclaration') {
      const { declaration, start: offset } = statement;
      return { offset, value: isExpression(declaration) ? bare(declaration, program) : undefined };
    }
    if (statement.type !== 'ExportNamedDeclaration') continue;
    for (const { local, exported: name, start: offset } of statement.specifiers) {
      if (name.type !== 'Identifier' || name.name !== 'default') continue;
      return { offset, value: local.type === 'Identifier' ? initialiser(local.name, program) : undefined };
    }
  }
  return undefined;
}

const isExpression = (one: ExportDefaultDeclarationKind): one is Expression =>
  !/Declaration$|^TSDeclareFunction$/.test(one.type);

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
