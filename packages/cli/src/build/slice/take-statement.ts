import type { Class, Expression, Node, Program } from 'oxc-parser';
import { constructorArguments } from './construction.ts';
import type { FileModel, Site, Statement, Unit } from './file-model.ts';
import type { Member } from './owner-model.ts';
import { namesIn } from './pattern-names.ts';
import { piece } from './pieces.ts';
import { isPure, type Names } from './purity.ts';
import { takeClass } from './take-class.ts';

/** What taking a statement apart needs of its file. */
export interface StatementContext {
  readonly names: Names;
  readonly sites: readonly Site[];
  /** The project's file that an import names, if it is one that runs. */
  targetOf(specifier: string): string | undefined;
}

type TopLevel = Program['body'][number];

/** Reads one statement at the top of a file as what may be cut of it. */
export function takeStatement(node: TopLevel, context: StatementContext): FileModel['statements'][number] {
  switch (node.type) {
    case 'ImportDeclaration':
      if (node.importKind === 'type') return { kind: 'types', node };
      return { kind: 'imports', node, target: context.targetOf(node.source.value) };
    case 'ExportAllDeclaration':
      if (node.exportKind === 'type') return { kind: 'types', node };
      return { kind: 'star', node, target: context.targetOf(node.source.value) };
    case 'ExportNamedDeclaration':
      if (node.exportKind === 'type') return { kind: 'types', node };
      if (node.declaration) return unitsOf(node, node.declaration, context);
      return { kind: 'exports', node, target: node.source ? context.targetOf(node.source.value) : undefined };
    case 'ExportDefaultDeclaration':
      return { kind: 'units', node, units: [defaultUnit(node, context)] };
    default:
      return unitsOf(node, node, context);
  }
}

function unitsOf(statement: Node, declaration: Node, context: StatementContext): Statement {
  switch (declaration.type) {
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSDeclareFunction':
      return { kind: 'types', node: statement };
    case 'VariableDeclaration':
      if (declaration.declare) return { kind: 'types', node: statement };
      return {
        kind: 'units',
        node: statement,
        units: declaration.declarations.map((declarator) => {
          const pure = declarator.init === null || isPure(declarator.init, context.names);
          return unit(declarator, namesIn(declarator.id), pure, context);
        }),
      };
    case 'FunctionDeclaration':
      return one(statement, unit(declaration, declaration.id ? [declaration.id.name] : [], true, context));
    case 'ClassDeclaration':
      return one(statement, classUnit(declaration, declaration, context));
    case 'TSEnumDeclaration':
      return one(statement, unit(declaration, [declaration.id.name], true, context));
    default:
      return one(statement, unit(statement, [], false, context));
  }
}

function one(node: Node, only: Unit): Statement {
  return { kind: 'units', node, units: [only] };
}

/** The name that a default export is known by inside the model; no variable can have it. */
export const DEFAULT_NAME = '(default)';

function defaultUnit(
  node: Extract<Node, { type: 'ExportDefaultDeclaration' }>,
  context: StatementContext,
): Unit {
  const { declaration } = node;
  if (declaration.type === 'ClassDeclaration') return classUnit(declaration, node, context);
  if (declaration.type === 'FunctionDeclaration') {
    return unit(node, [DEFAULT_NAME, ...(declaration.id ? [declaration.id.name] : [])], true, context);
  }
  const pure =
    declaration.type === 'TSInterfaceDeclaration' || isPure(declaration as Expression, context.names);
  return unit(node, [DEFAULT_NAME], pure, context);
}

function classUnit(node: Class, whole: Node, context: StatementContext): Unit {
  const binds = node.id ? [node.id.name] : [];
  const inside = sitesWithin(whole, context.sites);
  const owner = takeClass(node, inside, context.names);
  const made = piece(whole.start, whole.end, owner.members.filter(isOutermost));
  made.owners.push(owner);
  return {
    ...made,
    node: whole,
    binds: whole === node ? binds : [DEFAULT_NAME, ...binds],
    sites: inside,
    class: owner,
    arguments: [],
    pure: isPureClass(node, context),
    keep: 'never',
  };
}

/** Not inside of the constructor. */
const isOutermost = ({ start, end }: Member, _index: number, all: readonly Member[]): boolean =>
  !all.some((other) => other.start <= start && end <= other.end && other.end - other.start > end - start);

/** Defining a class has no effect but through decorators, static parts and computed names. */
function isPureClass(node: Class, { sites, names }: StatementContext): boolean {
  const registers = (decorator: Node) =>
    sites.some(({ start }) => decorator.start <= start && start < decorator.end);
  if (node.decorators.some((decorator) => !registers(decorator))) return false;
  return node.body.body.every((element) => {
    if (element.type === 'StaticBlock') return false;
    if (!('decorators' in element)) return true;
    const value = element.type === 'PropertyDefinition' && element.static ? element.value : null;
    return element.decorators.every(registers) && (!value || isPure(value, names)) && !element.computed;
  });
}

function unit(node: Node, binds: readonly string[], pure: boolean, context: StatementContext): Unit {
  const given = constructorArguments(node);
  const made = piece(node.start, node.end, given);
  return {
    ...made,
    node,
    binds,
    sites: sitesWithin(node, context.sites),
    arguments: given,
    pure,
    keep: 'never',
  };
}

function sitesWithin(node: Node, sites: readonly Site[]): readonly Site[] {
  return sites.filter(({ start }) => node.start <= start && start < node.end);
}
