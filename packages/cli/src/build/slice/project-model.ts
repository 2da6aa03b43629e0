import type { LoadedApp } from '../load/loaded.ts';
import type { FileModel, Unit } from './file-model.ts';
import { modelFile } from './model-file.ts';
import { settleAbout } from './settle-about.ts';
import { settleClasses } from './settle-classes.ts';
import { settleFactories } from './settle-factories.ts';
import { settleOwners } from './settle-owners.ts';

/** All of the project's files, read once for all functions. */
export interface ProjectModel {
  readonly files: ReadonlyMap<string, FileModel>;
  /** `use` statements with the classes that they are about; one that is not here is kept for its effect. */
  readonly uses: ReadonlyMap<Unit, readonly Declared[]>;
  /** Statements that are about some handlers only, with the names of these. */
  readonly about: ReadonlyMap<Unit, readonly string[]>;
  /** What happens for every function when a file runs first. */
  startFrom(path: string): Start;
}

/** Everything that a file leads to by its imports, as far as it is the same for all functions. */
export interface Start {
  /** Those that run, in the order in which they are reached. */
  readonly files: readonly FileModel[];
  /** What of them runs for functions, or for some of them. */
  readonly units: readonly Declared[];
}

/** A unit and the file that it stands in. */
export interface Declared {
  readonly file: FileModel;
  readonly unit: Unit;
}

/** Reads the whole project. */
export function modelProject(app: LoadedApp): ProjectModel {
  const files = new Map([...app.sources].map(([path, file]) => [path, modelFile(file, app)]));
  settleFactories(files);
  const about = settleAbout(files, app);
  const uses = settleClasses(files);
  settleOwners(files, new Set(uses.keys()));
  const starts = new Map<string, Start>();
  const startFrom = (path: string) => {
    const start = starts.get(path) ?? startOf(files, path);
    starts.set(path, start);
    return start;
  };
  return { files, uses, about, startFrom };
}

function startOf(files: ProjectModel['files'], path: string): Start {
  const reached = new Set<FileModel>();
  const reach = (name: string) => {
    const file = files.get(name);
    if (!file || reached.has(file)) return;
    reached.add(file);
    for (const target of file.targets) reach(target);
  };
  reach(path);
  const all = [...reached];
  const units = all.flatMap((file) =>
    file.units.flatMap((unit) => (unit.keep === 'never' ? [] : { file, unit })),
  );
  return { files: all, units };
}
