import type { ClassModel } from './class-model.ts';
import { ClassReach } from './class-reach.ts';
import type { ConstructorArgument } from './construction.ts';
import type { FileModel, NameUse, Piece, Unit } from './file-model.ts';
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
  readonly classes: ReadonlyMap<ClassModel, ClassReach>;
  /** Arguments of constructors that nothing reads. */
  readonly unread: ReadonlySet<Piece>;
}

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
  return walker;
}

class Walker implements Reach {
  readonly files = new Map<string, FileReach>();
  readonly classes = new Map<ClassModel, ClassReach>();
  readonly unread = new Set<Piece>();
  readonly #project: ProjectModel;
  readonly #served: ReadonlySet<string>;

  constructor(project: ProjectModel, served: ReadonlySet<string>) {
    this.#project = project;
    this.#served = served;
  }

  /** Running a file runs what it imports, and keeps what is there for its effect. */
  evaluate(path: string): void {
    const file = this.#project.files.get(path);
    if (!file || this.files.has(path)) return;
    this.files.set(path, { units: new Set(), imports: new Set(), exports: new Set() });
    for (const target of file.targets) this.evaluate(target);
    for (const unit of file.units) if (this.#runs(unit)) this.#keep(file, unit);
  }

  /** Another file takes a name from this one. */
  takeExport(path: string, name: string): void {
    const file = this.#project.files.get(path);
    if (!file) return;
    this.evaluate(path);
    const reach = this.files.get(path);
    if (!reach || reach.exports.has(name)) return;
    reach.exports.add(name);
    const binding = file.exports.get(name);
    if (name === '*') this.#takeAll(file);
    else if (!binding) for (const star of file.stars) this.#takeFrom(star, name);
    else if ('local' in binding) this.#takeName(file, { name: binding.local });
    else this.#takeFrom(binding.target, binding.imported);
  }

  /** As {@link takeExport}, where the name may come from a package. */
  #takeFrom(path: string | undefined, name: string): void {
    if (path !== undefined) this.takeExport(path, name);
  }

  #takeAll(file: FileModel): void {
    for (const name of file.exports.keys()) this.takeExport(file.path, name);
    for (const star of file.stars) this.#takeFrom(star, '*');
  }

  #runs(unit: Unit): boolean {
    switch (unit.keep) {
      case 'always':
        return true;
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
    const reach = this.files.get(file.path);
    if (!reach || reach.units.has(unit)) return;
    reach.units.add(unit);
    this.#takeUses(file, unit);
    for (const given of unit.arguments) {
      if (this.#reads(file, given)) this.#takeUses(file, given);
      else this.unread.add(given);
    }
    if (!unit.class) return;
    const kept = new ClassReach(unit.class, this.#served);
    this.classes.set(unit.class, kept);
    for (const piece of kept.pieces) this.#takeUses(file, piece);
  }

  #reads(file: FileModel, { className, index }: ConstructorArgument): boolean {
    const model = resolveName(this.#project.files, file, className)?.unit.class;
    return (model && this.classes.get(model)?.reads(index)) ?? true;
  }

  #takeUses(file: FileModel, { uses }: Piece): void {
    for (const use of uses) {
      if (use.isType) this.#takeType(file, use.name);
      else this.#takeName(file, use);
    }
  }

  #takeType(file: FileModel, name: string): void {
    const binding = file.imports.get(name);
    if (binding && binding.target === undefined) this.files.get(file.path)?.imports.add(name);
  }

  #takeName(file: FileModel, { name, member }: NameUse): void {
    const unit = file.unitOf.get(name);
    if (unit) this.#keep(file, unit);
    const binding = unit ? undefined : file.imports.get(name);
    if (!binding) return;
    this.files.get(file.path)?.imports.add(name);
    // `import * as x` and only `x.name` read of it: the other exports stay out of it.
    const wanted = binding.imported === '*' && member !== undefined ? member : binding.imported;
    this.#takeFrom(binding.target, wanted);
  }
}
