import type { NameUse, Piece } from './file-model.ts';

/** Every name that a piece uses as a value, what lies inside it included. */
export function allUses(piece: Piece): readonly NameUse[] {
  return [...piece.uses.filter(({ isType }) => !isType), ...piece.children.flatMap(allUses)];
}
