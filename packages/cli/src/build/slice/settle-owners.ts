import { unwrapped } from '../source/calls.ts';
import type { FileModel, Piece, Unit } from './file-model.ts';
import { Flow } from './flow/flow.ts';
import { member } from './flow/follow.ts';
import { classAround } from './flow/tree.ts';
import { intoDeclared } from './flow/variables.ts';
import type { Owner } from './owner-model.ts';
import { innermost } from './pieces.ts';
import { resolveName } from './resolve.ts';

type Files = ReadonlyMap<string, FileModel>;

interface Placed {
  readonly file: FileModel;
  readonly owner: Owner;
}

/**
 * Notes at every piece of code which members it reads of the project's classes and object literals, and which
 * of these have to stay whole because it cannot be seen who reads them.
 */
export function settleOwners(files: Files, registering: ReadonlySet<Unit>): void {
  const placed = [...files.values()].flatMap((file) =>
    file.units.flatMap((unit) => ownersIn(unit).map((owner) => ({ file, owner }))),
  );
  if (placed.length === 0) return;
  for (const one of placed) joinBase(files, one);
  const owners = placed.map(({ owner }) => owner);
  const flow = new Flow(files, owners, registering, ({ file, node }, family, name) => {
    innermost(file.units, node.start)?.reads.push({ family, name });
  });
  for (const { file, owner } of placed) {
    if (owner.kind === 'class') intoDeclared(flow, file, owner.node, owner.family);
    else flow.arrive({ file, node: owner.node }, owner.family);
  }
  for (const file of files.values()) readFromInside(flow, file);
  flow.run();
}

function ownersIn(piece: Piece): readonly Owner[] {
  return [...piece.owners, ...piece.children.flatMap(ownersIn)];
}

/** What extends a class of the project shares its members; another base may call whatever it likes. */
function joinBase(files: Files, { file, owner }: Placed): void {
  if (!owner.base) return;
  const base = unwrapped(owner.base as Parameters<typeof unwrapped>[0]);
  const found = base.type === 'Identifier' ? resolveName(files, file, base.name)?.unit.class : undefined;
  const { family } = owner;
  if (!found) {
    family.whole ??= `it extends ${file.source.slice(base.start, base.end)}, which may call any method`;
    return;
  }
  if (found.family === family) return;
  found.family.whole ??= family.whole;
  found.family.owners.push(...family.owners);
  for (const each of family.owners) each.family = found.family;
}

/** `this`, `super.name` and private names, wherever they stand in a class. */
function readFromInside(flow: Flow, file: FileModel): void {
  for (const node of file.inside) {
    if (node.type === 'ThisExpression') {
      const owner = flow.selfAt(file, node);
      if (owner) flow.arrive({ file, node }, owner.family);
      continue;
    }
    const owner = flow.ownerOf(classAround(file, node));
    if (owner) member(flow, { file, node }, owner.family);
  }
}
