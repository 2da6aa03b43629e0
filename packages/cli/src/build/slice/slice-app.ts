import { type FunctionSpec, functionsOf } from '../functions.ts';
import type { LoadedApp } from '../load/loaded.ts';
import { cutFile } from './cut-file.ts';
import { presentFiles } from './present-files.ts';
import { modelProject, type ProjectModel } from './project-model.ts';
import { reachOf } from './reach.ts';
import type { Slice, SlicedFile } from './slice.ts';
import { wholeOf } from './whole.ts';

/**
 * Cuts the project's source for each function down to what it can reach: the registrations that it
 * serves, the declarations that these name, and what runs for its effect.
 *
 * @returns a slice by the name of its function
 */
export function sliceApp(app: LoadedApp): ReadonlyMap<string, Slice> {
  const project = modelProject(app);
  return new Map(functionsOf(app.manifest).map((spec) => [spec.name, sliceFunction(app, project, spec)]));
}

function sliceFunction(app: LoadedApp, project: ProjectModel, spec: FunctionSpec): Slice {
  const served = new Set(spec.handlers.map(({ name }) => name));
  const reach = reachOf(project, app.entry, app.exportName, served);
  const present = presentFiles(project, reach, app.entry);
  const files = new Map<string, SlicedFile>();
  for (const path of present) {
    const file = project.files.get(path);
    if (!file) continue;
    const cuts = cutFile(file, reach, (other) => present.has(other) || !project.files.has(other));
    files.set(path, { path, source: file.source, cuts });
  }
  return { function: spec.name, files, whole: wholeOf(project, reach, served) };
}
