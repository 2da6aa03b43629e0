import type { ImportDeclaration, Node } from 'oxc-parser';
import { cutItems, findChar } from './cut-list.ts';
import { cutOwners } from './cut-owners.ts';
import type { FileModel, Piece, Statement, Unit } from './file-model.ts';
import { mergeCuts } from './merge-cuts.ts';
import { nameOf } from './module-names.ts';
import type { FileReach, Reach } from './reach.ts';
import type { Cut } from './slice.ts';

/** What the cutting of one file depends on. */
interface CutContext {
  readonly file: FileModel;
  readonly kept: FileReach;
  readonly reach: Reach;
  /** Whether something is left of another file of the project. */
  isPresent(path: string): boolean;
}

/** What goes from one file for one function. */
export function cutFile(file: FileModel, reach: Reach, isPresent: (path: string) => boolean): readonly Cut[] {
  const kept = reach.files.get(file.path);
  if (!kept) return [{ start: 0, end: file.source.length, with: '' }];
  const context = { file, kept, reach, isPresent };
  return mergeCuts(
    file.source,
    file.statements.flatMap((statement) => cutsOf(statement, context)),
  );
}

function cutsOf(statement: Statement, context: CutContext): readonly Cut[] {
  switch (statement.kind) {
    case 'types':
      return [];
    case 'units':
      return cutUnits(statement.node, statement.units, context);
    case 'imports':
      return cutImport(statement.node, statement.target, context);
    case 'exports':
      return cutExports(statement, context);
    case 'star': {
      const gone = statement.target !== undefined && !context.isPresent(statement.target);
      return gone ? [whole(statement.node)] : [];
    }
  }
}

function whole({ start, end }: Node): Cut {
  return { start, end, with: ';' };
}

function cutUnits(
  statement: Node,
  units: readonly Unit[],
  { file, kept, reach }: CutContext,
): readonly Cut[] {
  if (!units.some((unit) => kept.units.has(unit))) return [whole(statement)];
  return [
    ...cutItems(units, (unit) => kept.units.has(unit)),
    ...units.flatMap((unit) => unit.arguments.filter((given) => reach.unread.has(given)).map(unreadCut)),
    ...units.flatMap((unit) => (kept.units.has(unit) ? cutOwners(file.source, unit, reach) : [])),
    ...file.unread.filter(({ start }) => statement.start <= start && start < statement.end),
  ];
}

function unreadCut({ start, end }: Piece): Cut {
  return { start, end, with: '0' };
}

function cutImport(node: ImportDeclaration, target: string | undefined, context: CutContext): readonly Cut[] {
  const { file, kept } = context;
  const runs = target === undefined ? node.specifiers.length === 0 : context.isPresent(target);
  // All that the file of an app says of most of its handlers.
  if (node.specifiers.length === 0) return runs ? [] : [whole(node)];
  const values = node.specifiers.filter((specifier) => file.imports.has(specifier.local.name));
  const stays = ({ local }: (typeof values)[number]) => kept.imports.has(local.name);
  const hasTypes = target === undefined && values.length < node.specifiers.length;
  if (hasTypes || values.some(stays)) return cutSpecifiers(node, stays, file);
  if (!runs) return [whole(node)];
  // `import { a } from './b.ts'` of which nothing is used would be left out by a TypeScript compiler: `import './b.ts'` runs it.
  return [{ start: node.start + 'import'.length, end: node.source.start, with: '' }];
}

type ImportItem = ImportDeclaration['specifiers'][number];

/** At least one specifier stays. */
function cutSpecifiers(
  node: ImportDeclaration,
  stays: (item: ImportItem) => boolean,
  file: FileModel,
): readonly Cut[] {
  const keeps = (item: ImportItem) => stays(item) || !file.imports.has(item.local.name);
  const [first] = node.specifiers;
  const named = node.specifiers.filter((item) => item.type === 'ImportSpecifier');
  const hasDefault = first?.type === 'ImportDefaultSpecifier';
  if (!hasDefault) return cutItems(node.specifiers, keeps);
  const second = node.specifiers[1];
  if (!second) return [];
  const secondStart = named.length > 0 ? findChar(file.source, first.end, '{') : second.start;
  if (!keeps(first))
    return [{ start: first.start, end: secondStart, with: '' }, ...cutItems(node.specifiers.slice(1), keeps)];
  if (node.specifiers.slice(1).some(keeps)) return cutItems(node.specifiers.slice(1), keeps);
  const end = named.length > 0 ? findChar(file.source, named.at(-1)?.end ?? 0, '}') + 1 : second.end;
  return [{ start: first.end, end, with: '' }];
}

function cutExports(
  { node, target }: Extract<Statement, { kind: 'exports' }>,
  context: CutContext,
): readonly Cut[] {
  const { file, kept } = context;
  const stays = ({ local, exported, exportKind }: (typeof node.specifiers)[number]) => {
    if (exportKind === 'type') return true;
    if (node.source) return kept.exports.has(nameOf(exported)) || kept.exports.has('*');
    const unit = file.unitOf.get(nameOf(local));
    if (unit) return kept.units.has(unit);
    return !file.imports.has(nameOf(local)) || kept.imports.has(nameOf(local));
  };
  if (node.specifiers.some(stays)) return cutItems(node.specifiers, stays);
  if (target === undefined || !context.isPresent(target)) return [whole(node)];
  const [first, last] = [node.specifiers[0], node.specifiers.at(-1)];
  if (!first || !last) return [];
  // `export {} from './b.ts'` still runs the file.
  return [{ start: first.start, end: findChar(file.source, last.end, '}'), with: '' }];
}
