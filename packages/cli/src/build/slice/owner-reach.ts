import type { Piece } from './file-model.ts';
import type { DecoratorPiece, Member, Owner } from './owner-model.ts';

/**
 * What runtimes, templates and promises read of any object without naming it.
 * A custom inspection has a symbol for its name, and such members always stay.
 */
const implicit = ['constructor', 'then', 'toJSON', 'toString', 'valueOf'];

/** What one function keeps of a class or an object literal: what is served, and what is read of it. */
export class OwnerReach {
  readonly members = new Set<Member>();
  readonly decorators = new Set<DecoratorPiece>();
  readonly #owner: Owner;
  readonly #read = new Set<string>(implicit);
  /** Parameters of the constructor that what is kept reads. */
  readonly #parameters = new Set<string>();

  constructor(owner: Owner) {
    this.#owner = owner;
  }

  /** What stays however the owner is used. */
  begin(served: ReadonlySet<string>): readonly Piece[] {
    const { members, family } = this.#owner;
    return members.flatMap((member) => {
      const kept = member.decorators.filter(({ handlers }) => handlers.some((name) => served.has(name)));
      for (const decorator of kept) this.decorators.add(decorator);
      const stays = member.kind === 'fixed' || kept.length > 0 || family.whole !== undefined;
      return [...kept, ...(stays || this.#isNamed(member) ? this.#keep(member) : [])];
    });
  }

  /** Somebody reads a member. */
  read(name: string): readonly Piece[] {
    this.#read.add(name);
    return this.#more();
  }

  /** Whether what is kept reads a parameter of the constructor, counted from 0. */
  readsParameter(index: number): boolean {
    const parameter = this.#owner.parameters[index];
    if (!parameter?.name || this.#owner.family.whole !== undefined) return true;
    return this.#parameters.has(parameter.name) || (parameter.isProperty && this.#read.has(parameter.name));
  }

  /** Methods that stay although nobody is seen to read them. */
  get undecided(): readonly Member[] {
    return [...this.members].filter((member) => member.kind === 'method' && !this.#read.has(member.name));
  }

  #more(): readonly Piece[] {
    return this.#owner.members.flatMap((member) => (this.#isNamed(member) ? this.#keep(member) : []));
  }

  #isNamed({ name, parameter }: Member): boolean {
    return this.#read.has(name) || (parameter !== undefined && this.#parameters.has(parameter));
  }

  #keep(member: Member): readonly Piece[] {
    if (this.members.has(member)) return [];
    this.members.add(member);
    const before = this.#parameters.size;
    for (const name of member.parameterUses) this.#parameters.add(name);
    return [member, ...(this.#parameters.size > before ? this.#more() : [])];
  }
}
