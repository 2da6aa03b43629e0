import { type ClassModel, type DecoratorPiece, type Member, parameterKey } from './class-model.ts';
import type { Piece } from './file-model.ts';

/** What one function keeps of a class: the methods that it serves, and what these reach through `this`. */
export class ClassReach {
  readonly members = new Set<Member>();
  readonly decorators = new Set<DecoratorPiece>();
  /** Everything kept, to take the names that it uses. */
  readonly pieces: Piece[] = [];
  /** A kept member hands out `this`, so that every member may be called. */
  open = false;
  /** Every member, those inside the constructor too. */
  readonly all: readonly Member[];
  readonly #names = new Set<string>();
  readonly #model: ClassModel;

  constructor(model: ClassModel, served: ReadonlySet<string>) {
    this.#model = model;
    this.all = model.members.flatMap((member) => [
      member,
      ...(member.children as readonly Member[]).filter(isMember),
    ]);
    if (!model.prunable) this.#take('*');
    for (const member of this.all) {
      if (member.kind === 'fixed' || this.#serve(member, served)) this.#keep(member);
    }
  }

  /** Whether what is kept reads a parameter of the constructor, counted from 0. */
  reads(index: number): boolean {
    const parameter = this.#model.parameters[index];
    if (this.#names.has('*') || !parameter?.name) return true;
    return (
      this.#names.has(parameterKey(parameter.name)) ||
      (parameter.isProperty && this.#names.has(parameter.name))
    );
  }

  #serve(member: Member, served: ReadonlySet<string>): boolean {
    const kept = member.decorators.filter(({ handlers }) => handlers.some((name) => served.has(name)));
    for (const decorator of kept) {
      this.decorators.add(decorator);
      this.pieces.push(decorator);
    }
    return kept.length > 0;
  }

  #keep(member: Member): void {
    if (this.members.has(member)) return;
    this.members.add(member);
    this.pieces.push(member);
    for (const name of member.thisUses) {
      if (name === '*') this.open = true;
      this.#take(name);
    }
  }

  #take(name: string): void {
    if (this.#names.has(name)) return;
    this.#names.add(name);
    for (const member of this.all) if (isNamed(member, name)) this.#keep(member);
  }
}

function isMember(piece: Piece): piece is Member {
  return 'kind' in piece;
}

function isNamed(member: Member, name: string): boolean {
  if (name === '*' || member.name === name) return true;
  return member.parameter !== undefined && parameterKey(member.parameter) === name;
}
