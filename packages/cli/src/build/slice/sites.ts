import type { Manifest } from '@tankard/framework/manifest';
import type { Lines } from '../source/lines.ts';
import type { Candidate, Facts } from './facts.ts';
import type { Site } from './file-model.ts';

/** What the manifest says of one file: which calls in it are declarations on the app. */
export interface FileSites {
  readonly handlers: readonly Site[];
  /** The file declares something on the app: handlers or resources. */
  readonly declares: boolean;
}

/** Matches the calls of a file with the manifest's places. A call that the manifest does not know is not the app's. */
export function sitesOf(manifest: Manifest, file: string, facts: Facts, { lineOf }: Lines): FileSites {
  const handlers = handlersByFile(manifest).get(file) ?? [];
  const candidates = facts.candidates.filter(({ kind }) => kind === 'handler');
  const sites: Site[] = [];
  for (const candidate of candidates) {
    const line = lineOf(candidate.start);
    const here = handlers.filter(({ place }) => place?.line === line);
    if (here.length === 0) continue;
    const alone = candidates.filter(({ start }) => lineOf(start) === line).length === 1;
    const { start, context } = candidate;
    sites.push({
      start,
      line,
      context,
      handlers: alone ? here.map(({ name }) => name) : named(here, candidate),
    });
  }
  return { handlers: sites, declares: sites.length > 0 || declaresResource(manifest, file) };
}

const known = new WeakMap<Manifest, ReadonlyMap<string | undefined, Manifest['handlers']>>();

/** Grouped once: 500 handlers would be looked through for each of 500 files. */
function handlersByFile(manifest: Manifest): ReadonlyMap<string | undefined, Manifest['handlers']> {
  const grouped = known.get(manifest) ?? Map.groupBy(manifest.handlers, ({ place }) => place?.file);
  known.set(manifest, grouped);
  return grouped;
}

/** Of several calls in one line, the handlers that carry this call's name; all of the line where none does. */
function named(here: Manifest['handlers'], candidate: Candidate): readonly string[] {
  const mine = here.filter(
    ({ name, member }) => name === candidate.name || member?.method === candidate.name,
  );
  return (mine.length > 0 ? mine : here).map(({ name }) => name);
}

function declaresResource(manifest: Manifest, file: string): boolean {
  return manifest.resources.some(({ place }) => place?.file === file);
}
