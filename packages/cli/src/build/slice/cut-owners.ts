import { cutItems, findChar } from './cut-list.ts';
import type { Piece } from './file-model.ts';
import type { Owner } from './owner-model.ts';
import type { OwnerReach } from './owner-reach.ts';
import type { Reach } from './reach.ts';
import type { Cut } from './slice.ts';

/** What goes of the classes and object literals in a piece of code that is kept. */
export function cutOwners(source: string, piece: Piece, reach: Reach): readonly Cut[] {
  const own = piece.owners.flatMap((owner) => {
    const kept = reach.owners.get(owner);
    if (!kept) return [];
    const cuts = owner.kind === 'class' ? cutMembers(owner, kept) : cutProperties(source, owner, kept);
    return [...cuts, ...[...kept.members].flatMap((member) => cutOwners(source, member, reach))];
  });
  const isMember = (child: Piece) => 'kind' in child;
  const inside = piece.children.filter((child) => !isMember(child));
  return [...own, ...inside.flatMap((child) => cutOwners(source, child, reach))];
}

function cutMembers({ members }: Owner, kept: OwnerReach): readonly Cut[] {
  const decorators = [...kept.members].flatMap((member) =>
    member.decorators.filter((decorator) => !kept.decorators.has(decorator)),
  );
  return [
    ...members.filter((member) => !kept.members.has(member)).map((member) => member.cut),
    ...decorators.map(({ start, end }): Cut => ({ start, end, with: '' })),
  ];
}

function cutProperties(source: string, { members }: Owner, kept: OwnerReach): readonly Cut[] {
  if (members.some((member) => kept.members.has(member))) {
    return cutItems(members, (member) => kept.members.has(member));
  }
  const [first, last] = [members[0], members.at(-1)];
  return first && last ? [{ start: first.start, end: findChar(source, last.end, '}'), with: '' }] : [];
}
