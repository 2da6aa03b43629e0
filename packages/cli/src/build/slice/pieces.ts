import type { Facts } from './facts.ts';
import type { Piece } from './file-model.ts';
import type { Owner } from './owner-model.ts';
import type { Reference } from './scopes.ts';

/** An empty piece over a range. */
export function piece(start: number, end: number, children: readonly Piece[] = []): Piece {
  return { start, end, uses: [], reads: [], parameterUses: new Set(), owners: [], children: [...children] };
}

/** The name under which a file's model knows the namespace of `import('./x.ts')`; no variable can have it. */
export function lazyName(source: string): string {
  return `import(${source})`;
}

/** Gives each use of a name to the innermost piece that it stands in. Pieces are in the order of the source. */
export function attribute(pieces: readonly Piece[], references: readonly Reference[], facts: Facts): void {
  for (const { name, offset, isType } of references) {
    const isQuery = facts.typeQueries.some(({ start, end }) => start <= offset && offset < end);
    innermost(pieces, offset)?.uses.push({
      name,
      member: facts.members.get(offset),
      isType: isType || isQuery,
    });
  }
  for (const { source, offset } of facts.lazyImports) {
    innermost(pieces, offset)?.uses.push({ name: lazyName(source) });
  }
}

/** Puts an object literal where it stands, with its members as pieces of their own. Outer ones come first. */
export function placeOwner(pieces: readonly Piece[], owner: Owner | undefined): void {
  const around = owner && innermost(pieces, owner.start);
  if (!owner || !around) return;
  around.owners.push(owner);
  around.children.push(...owner.members);
  around.children.sort((a, b) => a.start - b.start);
}

/** Puts a piece where it stands, so that it is judged apart from what is around it. */
export function placePiece(pieces: readonly Piece[], one: Piece): void {
  const around = innermost(pieces, one.start);
  around?.children.push(one);
  around?.children.sort((a, b) => a.start - b.start);
}

/** The piece that an offset stands in, and no smaller one. */
export function innermost(pieces: readonly Piece[], offset: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const candidate = pieces[middle];
    if (!candidate) return undefined;
    if (offset < candidate.start) high = middle - 1;
    else if (offset >= candidate.end) low = middle + 1;
    else return innermost(candidate.children, offset) ?? candidate;
  }
  return undefined;
}
