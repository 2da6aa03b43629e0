import type { NameUse, Piece } from './file-model.ts';

/** Every name that a piece uses, what lies inside it included. */
export function allUses(piece: Piece): readonly NameUse[] {
  return [...piece.uses, ...piece.children.flatMap(allUses)];
}
