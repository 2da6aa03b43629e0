import { relative } from 'node:path';
import type { Expression, Node } from 'oxc-parser';
import type { LoadedApp, SourceFile } from '../load/loaded.ts';
import { portable } from '../project.ts';
import { linesOf } from '../source/lines.ts';
import { type Parsed, parse } from '../source/parse.ts';
import { factsOf } from './facts.ts';
import type { FileModel, Statement, Unit } from './file-model.ts';
import { keepOf } from './keep.ts';
import { exportsOf, importsOf } from './module-names.ts';
import { attribute, piece, placeOwner, placePiece } from './pieces.ts';
import type { Names } from './purity.ts';
import { moduleScopeOf, type Reference } from './scopes.ts';
import { sitesOf } from './sites.ts';
import { takeLiteral } from './take-literal.ts';
import { takeStatement } from './take-statement.ts';

/** Reads one file once; what each function keeps of it is decided from this. */
export function modelFile(file: SourceFile, app: Pick<LoadedApp, 'project' | 'manifest'>): FileModel {
  const parsed = parse(file.path, file.source);
  const { program } = parsed;
  const name = portable(relative(app.project, file.path));
  const facts = factsOf(program);
  const scope = moduleScopeOf(program);
  const { lineOf } = linesOf(file.source);
  const { handlers: sites, declares } = sitesOf(app.manifest, name, facts, { lineOf });
  const targetOf = (specifier: string) => file.imports.get(specifier);
  const imports = importsOf(program, targetOf, file.lazyImports);
  const names = namesOf(parsed, scope.names, imports);
  const statements = program.body.map((node) => takeStatement(node, { names, sites, targetOf }));
  const units = statements.flatMap((statement) => (statement.kind === 'units' ? statement.units : []));
  const named = facts.authorizers.filter(({ call }) => sites.some(({ start }) => start === call));
  for (const { node, name: holder } of facts.literals) placeOwner(units, takeLiteral(node, holder, names));
  for (const { start, end } of named) placePiece(units, piece(start, end));
  attribute(units, scope.references, facts);
  // A file that declares is taken for a list of declarations: what nothing reaches goes.
  const isList = declares || units.some(({ node }) => makesApp(node, imports));
  for (const unit of units) unit.keep = keepOf(unit, isList);
  return {
    path: file.path,
    name,
    source: file.source,
    program,
    scope,
    inside: facts.inside,
    statements,
    units,
    unitOf: new Map(units.flatMap((unit) => unit.binds.map((bound): [string, Unit] => [bound, unit]))),
    unread: named.map(({ start, end, isShorthand }) => ({ start, end, with: isShorthand ? '...0' : '0' })),
    typeNames: typeNamesOf(statements, scope.references),
    imports,
    exports: exportsOf(program, targetOf),
    stars: statements.flatMap((statement) => (statement.kind === 'star' ? [statement.target] : [])),
    runsPackage: statements.some(isBarePackage),
    lineOf,
    targets: statements.flatMap(targetsOf),
  };
}

/** What interfaces and type aliases name. */
function typeNamesOf(statements: readonly Statement[], references: readonly Reference[]): readonly string[] {
  const types = statements.flatMap(({ kind, node }) => (kind === 'types' ? [node] : []));
  const named = references.filter(({ offset }) =>
    types.some(({ start, end }) => start <= offset && offset < end),
  );
  return [...new Set(named.map(({ name }) => name))];
}

function targetsOf(statement: Statement): readonly string[] {
  return 'target' in statement && statement.target !== undefined ? [statement.target] : [];
}

function isBarePackage(statement: Statement): boolean {
  return (
    statement.kind === 'imports' && statement.target === undefined && statement.node.specifiers.length === 0
  );
}

function makesApp(node: Node, imports: FileModel['imports']): boolean {
  const made =
    node.type === 'VariableDeclarator'
      ? node.init
      : node.type === 'ExportDefaultDeclaration'
        ? node.declaration
        : null;
  if (made?.type !== 'NewExpression' || made.callee.type !== 'Identifier') return false;
  const binding = imports.get(made.callee.name);
  return binding?.imported === 'App' && binding.source.startsWith('@tankard/framework');
}

function namesOf(parsed: Parsed, declared: ReadonlySet<string>, imports: FileModel['imports']): Names {
  const initialisers = new Map<string, Expression>();
  for (const statement of parsed.program.body) {
    const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (node?.type !== 'VariableDeclaration' || node.kind !== 'const') continue;
    for (const { id, init } of node.declarations)
      if (id.type === 'Identifier' && init) initialisers.set(id.name, init);
  }
  const marks = parsed.comments
    .filter(({ value }) => /^\s*[@#]__PURE__\s*$/.test(value))
    .map(({ end }) => end);
  return {
    packageOf: (name) => {
      const binding = imports.get(name);
      return binding && binding.target === undefined ? binding.source : undefined;
    },
    initialiserOf: (name) => initialisers.get(name),
    isDeclared: (name) => declared.has(name),
    isMarkedPure: ({ start }) =>
      marks.some((end) => end <= start && parsed.source.slice(end, start).trim() === ''),
  };
}
