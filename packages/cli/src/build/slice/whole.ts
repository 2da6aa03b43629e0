import type { FileModel, Site, SiteContext, Unit } from './file-model.ts';
import type { Owner } from './owner-model.ts';
import type { ProjectModel } from './project-model.ts';
import type { Reach } from './reach.ts';
import type { Slice } from './slice.ts';

/** What had to stay although the function may not serve it, with the reason. */
export function wholeOf(project: ProjectModel, reach: Reach, served: ReadonlySet<string>): Slice['whole'] {
  const whole: { place: { file: string; line: number }; why: string }[] = [];
  for (const [path, { units }] of reach.files) {
    const file = units.size > 0 ? project.files.get(path) : undefined;
    if (!file) continue;
    for (const unit of file.units) {
      if (!units.has(unit)) continue;
      for (const site of unit.sites) {
        const why = reasonOf(site, unit, served);
        if (why !== undefined) whole.push({ place: { file: file.name, line: site.line }, why });
      }
    }
  }
  return [...whole, ...wholeOwners(reach)];
}

/** Classes and object literals with methods that stay although nobody is seen to call them. */
function wholeOwners(reach: Reach): Slice['whole'] {
  return [...reach.owners].flatMap(([owner, kept]) => {
    const { whole: why } = owner.family;
    const file = reach.fileOf(owner);
    if (why === undefined || !file || isError(owner, file) || kept.undecided.length === 0) return [];
    return [{ place: { file: file.name, line: file.lineOf(owner.start) }, owner: owner.name, why }];
  });
}

const contexts: Readonly<Record<Exclude<SiteContext, 'once' | 'decorator'>, string>> = {
  function: 'it is registered inside a function, which may be called for any handler',
  loop: 'it is registered in a loop, so that one line makes several handlers',
  condition: 'it is registered under a condition',
};

function reasonOf({ context, handlers }: Site, unit: Unit, served: ReadonlySet<string>): string | undefined {
  if (context === 'decorator' && unit.class) return undefined;
  if (context !== 'once' && context !== 'decorator') return contexts[context];
  if (handlers.some((name) => served.has(name))) return undefined;
  return unit.sites.length > 1
    ? 'one expression registers it together with a handler of this function'
    : 'code of this function uses it by name';
}

/** Errors are thrown and caught out of sight, and ask AWS for nothing. */
function isError({ base }: Owner, { source }: FileModel): boolean {
  return base !== undefined && source.slice(base.start, base.end).endsWith('Error');
}
