import type { FileModel } from './file-model.ts';
import type { ProjectModel } from './project-model.ts';
import type { Reach } from './reach.ts';

/**
 * The files that a function's slice holds: those of which something is left, and those without
 * which one of these would not be imported. Without the second rule a file a handler would make
 * as many files in every slice.
 */
export function presentFiles(project: ProjectModel, reach: Reach, entry: string): ReadonlySet<string> {
  const wanted = new Set([entry]);
  for (const [path, { units, exports }] of reach.files) {
    const file = project.files.get(path);
    if (units.size > 0 || exports.size > 0 || file?.runsPackage) wanted.add(path);
  }
  const present = new Set<string>();
  enter(entry, wanted, project, present);
  for (const path of wanted) {
    if (present.has(path)) continue;
    for (const step of pathTo(path, entry, project, new Set())) present.add(step);
    enter(path, wanted, project, present);
  }
  return present;
}

/** Follows imports from a file through the wanted ones. */
function enter(path: string, wanted: ReadonlySet<string>, project: ProjectModel, present: Set<string>): void {
  present.add(path);
  const file = project.files.get(path);
  for (const target of file ? targetsOf(file) : []) {
    if (wanted.has(target) && !present.has(target)) enter(target, wanted, project, present);
  }
}

/** The files that lead from another file to this one. */
function pathTo(path: string, from: string, project: ProjectModel, seen: Set<string>): readonly string[] {
  seen.add(from);
  const file = project.files.get(from);
  for (const target of file ? targetsOf(file) : []) {
    if (target === path) return [from];
    if (seen.has(target)) continue;
    const rest = pathTo(path, target, project, seen);
    if (rest.length > 0) return [from, ...rest];
  }
  return [];
}

function targetsOf(file: FileModel): readonly string[] {
  const lazy = [...file.imports.values()].flatMap(({ target, imported }) =>
    imported === '*' && target !== undefined ? [target] : [],
  );
  return [...file.targets, ...lazy];
}
