import { type FunctionSpec, functionsOf } from '../functions.ts';
import type { LoadedApp } from '../load/loaded.ts';
import { cutFile } from './cut-file.ts';
import { presentFiles } from './present-files.ts';
import { modelProject, type ProjectModel } from './project-model.ts';
import { reachOf } from './reach.ts';
import { sameFiles } from './same-files.ts';
import { isSameSlice, type SlicedBefore, unchangedFiles } from './same-slice.ts';
import type { Slice, SlicedFile } from './slice.ts';
import { wholeOf } from './whole.ts';

/**
 * Cuts the project's source for each function down to what it can reach: the registrations that it
 * serves, the declarations that these name, and what runs for its effect.
 *
 * @param before a slice that is the same now is given again itself
 * @returns a slice by the name of its function
 */
export function sliceApp(app: LoadedApp, before?: SlicedBefore): ReadonlyMap<string, Slice> {
  const project = modelProject(app);
  const same = sameFiles();
  const unchanged = before ? unchangedFiles(before.sources, app.sources) : new Set<string>();
  return new Map(
    functionsOf(app.manifest).map((spec) => {
      const slice = sliceFunction(app, project, spec, same);
      const known = before?.slices.get(spec.name);
      return [spec.name, known && isSameSlice(known, slice, unchanged) ? known : slice];
    }),
  );
}

function sliceFunction(
  app: LoadedApp,
  project: ProjectModel,
  spec: FunctionSpec,
  same: ReturnType<typeof sameFiles>,
): Slice {
  const served = new Set(spec.handlers.map(({ name }) => name));
  const reach = reachOf(project, app.entry, app.exportName, served);
  const present = presentFiles(project, reach, app.entry);
  const files = new Map<string, SlicedFile>();
  for (const path of present) {
    const file = project.files.get(path);
    const source = app.sources.get(path);
    if (!file || !source) continue;
    const cuts = cutFile(file, reach, (other) => present.has(other) || !project.files.has(other));
    files.set(path, same({ ...source, cuts }));
  }
  return { function: spec.name, files, whole: wholeOf(project, reach, served) };
}
