import type { Node, ObjectExpression } from 'oxc-parser';
import type { FileModel, Unit } from '../file-model.ts';
import type { Family, Owner } from '../owner-model.ts';
import { Cell, type Spot } from './cell.ts';
import { follow } from './follow.ts';
import { callsOf } from './functions.ts';
import { type NamesElsewhere, namesElsewhere } from './names-elsewhere.ts';
import { type AnyFunction, selfAt } from './tree.ts';

/**
 * Follows objects of the project's classes, and objects that it writes out, from where they are made to
 * where members of them are read. Where one goes out of sight its family stays whole.
 */
export class Flow {
  readonly names: NamesElsewhere;
  /** Statements `app.use(…)`: what they take is only asked for its handlers. */
  readonly registering: ReadonlySet<Unit>;
  readonly #read: (spot: Spot, family: Family, name: string) => void;
  readonly #owners = new Map<Node, Owner>();
  readonly #seen = new Map<Node, Set<Family>>();
  readonly #cells = new Map<object, Map<string, Cell>>();
  readonly #queue: (Spot & { readonly family: Family })[] = [];

  constructor(
    files: ReadonlyMap<string, FileModel>,
    owners: readonly Owner[],
    registering: ReadonlySet<Unit>,
    read: (spot: Spot, family: Family, name: string) => void,
  ) {
    this.names = namesElsewhere(files);
    this.registering = registering;
    this.#read = read;
    for (const owner of owners) this.#owners.set(owner.node, owner);
  }

  ownerOf(node: Node | undefined): Owner | undefined {
    return node && this.#owners.get(node);
  }

  /** An object that the code writes out, which is followed from here on. */
  objectAt(file: FileModel, node: ObjectExpression): Owner {
    const known = this.#owners.get(node);
    if (known) return known;
    const owner = plainObject(node);
    this.#owners.set(node, owner);
    this.arrive({ file, node }, owner.family);
    return owner;
  }

  /** The owner that `this` means at a node. */
  selfAt(file: FileModel, node: Node): Owner | undefined {
    return this.ownerOf(selfAt(file, node));
  }

  arrive(spot: Spot, family: Family): void {
    const seen = this.#seen.get(spot.node) ?? new Set();
    this.#seen.set(spot.node, seen);
    if (seen.has(family)) return;
    seen.add(family);
    this.#queue.push({ ...spot, family });
  }

  /** Follows everything that has arrived somewhere. */
  run(): void {
    for (let next = this.#queue.pop(); next; next = this.#queue.pop()) follow(this, next, next.family);
  }

  /** Code reads a member: that member is reached wherever this code is. */
  read(spot: Spot, family: Family, name: string): void {
    this.#read(spot, family, name);
  }

  /** Who else may take an object may read any of its members, and what is in them. */
  lose(family: Family, why: string): void {
    if (family.whole !== undefined) return;
    family.whole = why;
    for (const cell of this.#cells.get(family)?.values() ?? []) cell.lose(why);
  }

  /** What a member holds; with `()` behind its name what it returns. */
  member(family: Family, name: string): Cell {
    const cell = this.#cell(family, name);
    if (family.whole !== undefined) cell.lose(family.whole);
    return cell;
  }

  /** What a function returns. */
  result(file: FileModel, made: AnyFunction): Cell {
    const isNew = !this.#cells.get(made)?.has('result');
    const cell = this.#cell(made, 'result');
    if (isNew) callsOf(this, file, made, cell);
    return cell;
  }

  #cell(of: object, name: string): Cell {
    const cells = this.#cells.get(of) ?? new Map<string, Cell>();
    const cell = cells.get(name) ?? new Cell(this);
    this.#cells.set(of, cells.set(name, cell));
    return cell;
  }
}

/** An object of which nothing may go: it is only followed for what it holds. */
function plainObject(node: ObjectExpression): Owner {
  const family: Family = { owners: [] };
  return { kind: 'object', node, name: 'An object', start: node.start, members: [], parameters: [], family };
}
