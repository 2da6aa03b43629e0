import type { ConstructorArgument } from './construction.ts';
import type { FileModel, NameUse, Piece, Read, Unit } from './file-model.ts';
import type { Family, Owner } from './owner-model.ts';
import { OwnerReach } from './owner-reach.ts';
import type { ProjectModel } from './project-model.ts';
import { resolveName } from './resolve.ts';

/** What one function keeps of one file. */
export interface FileReach {
  readonly units: Set<Unit>;
  /** Local names of imports. */
  readonly imports: Set<string>;
  /** Names that other files take from this one. */
  readonly exports: Set<string>;
}

/** What one function keeps of the project. */
export interface Reach {
  readonly files: ReadonlyMap<string, FileReach>;
  /** Classes and object literals of which something is kept. */
  readonly owners: ReadonlyMap<Owner, OwnerReach>;
  fileOf(owner: Owner): FileModel | undefined;
  /** Arguments of constructors that nothing reads. */
  readonly unread: ReadonlySet<Piece>;
}

/** Of a file that runs and of which nothing is kept yet: most files of an app are that to most functions. Never written to. */
const NOTHING: FileReach = { units: new Set(), imports: new Set(), exports: new Set() };

/** Follows everything that runs for one function, from the entry's export on. */
export function reachOf(
  project: ProjectModel,
  entry: string,
  exportName: string,
  served: ReadonlySet<string>,
): Reach {
  const walker = new Walker(project, served);
  walker.evaluate(entry);
  walker.takeExport(entry, exportName);
  walker.settleArguments();
  return walker;
}

class Walker implements Reach {
  readonly files = new Map<string, FileReach>();
  readonly owners = new Map<Owner, OwnerReach>();
  /** Those that may yet be read are among them until everything is taken. */
  readonly unread = new Set<ConstructorArgument>();
  readonly #fileOf = new Map<Piece | Owner, FileModel>();
  /** `path name` and `path name.member` of every export that is taken. */
  readonly #taken = new Set<string>();
  readonly #read = new Map<Family, Set<string>>();
  readonly #project: ProjectModel;
  readonly #served: ReadonlySet<string>;

  constructor(project: ProjectModel, served: ReadonlySet<string>) {
    this.#project = project;
    this.#served = served;
  }

  fileOf(owner: Owner): FileModel | undefined {
    return this.#fileOf.get(owner);
  }

  /** Running a file runs what it imports, and keeps what is there for its effect. */
  evaluate(path: string): void {
    if (this.files.has(path)) return;
    const { files, units } = this.#project.startFrom(path);
    for (const file of files) {
      if (this.files.has(file.path)) continue;
      this.files.set(file.path, NOTHING);
      for (const name of file.typeNames) this.#takeType(file, name);
    }
    for (const { file, unit } of units) if (this.#runs(unit)) this.#keep(file, unit);
  }

  /** What is kept of a file that runs, to add to. */
  #keptOf(path: string): FileReach | undefined {
    const known = this.files.get(path);
    if (known !== NOTHING) return known;
    const own = { units: new Set<Unit>(), imports: new Set<string>(), exports: new Set<string>() };
    this.files.set(path, own);
    return own;
  }

  /** Another file takes a name from this one. */
  takeExport(path: string, name: string, member?: string): void {
    const file = this.#project.files.get(path);
    if (!file) return;
    this.evaluate(path);
    const reach = this.#keptOf(path);
    const key = member === undefined ? name : `${name}.${member}`;
    if (!reach || this.#taken.has(`${path} ${key}`)) return;
    this.#taken.add(`${path} ${key}`);
    reach.exports.add(name);
    const binding = file.exports.get(name);
    if (name === '*') this.#takeAll(file);
    else if (!binding) for (const star of file.stars) this.#takeFrom(star, name, member);
    else if ('local' in binding) this.#takeName(file, { name: binding.local, member });
    else this.#takeFrom(binding.target, binding.imported, member);
  }

  /**
   * As {@link takeExport}, where the name may come from a package. Of `export * as x`, and `import * as x`, only
   * the member that is read is taken: the other exports stay out of it.
   */
  #takeFrom(path: string | undefined, name: string, member?: string): void {
    if (path === undefined) return;
    if (name === '*' && member !== undefined) this.takeExport(path, member);
    else this.takeExport(path, name, member);
  }

  #takeAll(file: FileModel): void {
    for (const name of file.exports.keys()) this.takeExport(file.path, name);
    for (const star of file.stars) this.#takeFrom(star, '*');
  }

  #runs(unit: Unit): boolean {
    switch (unit.keep) {
      case 'always':
        return true;
      case 'about':
        return this.#serves(this.#project.about.get(unit) ?? []);
      case 'served':
        return unit.sites.some(({ handlers }) => this.#serves(handlers));
      case 'use': {
        const classes = this.#project.uses.get(unit);
        if (!classes) return true;
        return classes.some(({ unit: { sites } }) => sites.some(({ handlers }) => this.#serves(handlers)));
      }
      case 'never':
        return false;
    }
  }

  #serves(handlers: readonly string[]): boolean {
    return handlers.some((name) => this.#served.has(name));
  }

  #keep(file: FileModel, unit: Unit): void {
    const reach = this.#keptOf(file.path);
    if (!reach || reach.units.has(unit)) return;
    reach.units.add(unit);
    this.#takePiece(file, unit);
    for (const given of unit.arguments) {
      this.unread.add(given);
      this.#fileOf.set(given, file);
    }
  }

  /** Takes the arguments of constructors that something reads, until no more is read by these. */
  settleArguments(): void {
    for (const given of this.unread) {
      const file = this.#fileOf.get(given);
      if (!file || !this.#reads(file, given)) continue;
      this.unread.delete(given);
      this.#takePiece(file, given);
      this.settleArguments();
      return;
    }
  }

  #reads(file: FileModel, { className, index }: ConstructorArgument): boolean {
    const owner = resolveName(this.#project.files, file, className)?.unit.class;
    return (owner && this.owners.get(owner)?.readsParameter(index)) ?? true;
  }

  #takePiece(file: FileModel, piece: Piece): void {
    this.#takeUses(file, piece);
    for (const owner of piece.owners) this.#hold(file, owner);
    for (const read of piece.reads) this.#takeRead(read);
  }

  /** A class or an object literal is there; what was read of its like already is read of it too. */
  #hold(file: FileModel, owner: Owner): void {
    if (this.owners.has(owner)) return;
    const reach = new OwnerReach(owner);
    this.owners.set(owner, reach);
    this.#fileOf.set(owner, file);
    for (const piece of reach.begin(this.#served)) this.#takePiece(file, piece);
    for (const name of this.#read.get(owner.family) ?? [])
      for (const piece of reach.read(name)) this.#takePiece(file, piece);
  }

  #takeRead({ family, name }: Read): void {
    const names = this.#read.get(family) ?? new Set();
    if (names.has(name)) return;
    this.#read.set(family, names.add(name));
    for (const owner of family.owners) {
      const file = this.#fileOf.get(owner);
      for (const piece of this.owners.get(owner)?.read(name) ?? []) if (file) this.#takePiece(file, piece);
    }
  }

  #takeUses(file: FileModel, { uses }: Piece): void {
    for (const use of uses) {
      if (use.isType) this.#takeType(file, use.name);
      else this.#takeName(file, use);
    }
  }

  #takeType(file: FileModel, name: string): void {
    const binding = file.imports.get(name);
    if (binding && binding.target === undefined) this.#keptOf(file.path)?.imports.add(name);
  }

  #takeName(file: FileModel, { name, member }: NameUse): void {
    const unit = file.unitOf.get(name);
    if (unit) this.#keep(file, unit);
    const binding = unit ? undefined : file.imports.get(name);
    if (!binding) return;
    this.#keptOf(file.path)?.imports.add(name);
    this.#takeFrom(binding.target, binding.imported, member);
  }
}
