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
  return { files, uses, about };
}
