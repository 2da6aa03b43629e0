import type { LoadedApp } from '../load/loaded.ts';
import type { FileModel, Unit } from './file-model.ts';
import { modelFile } from './model-file.ts';
import { settleClasses } from './settle-classes.ts';
import { settleErrors } from './settle-errors.ts';
import { settleFactories } from './settle-factories.ts';
import { settleOwners } from './settle-owners.ts';

/** All of the project's files, read once for all functions. */
export interface ProjectModel {
  readonly files: ReadonlyMap<string, FileModel>;
  /** `use` statements with the classes that they are about; one that is not here is kept for its effect. */
  readonly uses: ReadonlyMap<Unit, readonly Declared[]>;
  /** The names of handlers that are routes. */
  readonly routes: ReadonlySet<string>;
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
  settleErrors(files, app);
  const uses = settleClasses(files);
  settleOwners(files, new Set(uses.keys()));
  const routes = app.manifest.handlers.filter(({ trigger }) => trigger.source === 'route');
  return { files, uses, routes: new Set(routes.map(({ name }) => name)) };
}
