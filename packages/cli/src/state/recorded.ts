import type { Made } from '../resources/reconciler.ts';
import { identityOf } from './identity.ts';
import type { BeginLine, DeployLine, Line } from './record.ts';

/** A resource as the journal knows it. */
export interface RecordedResource extends Omit<BeginLine, 'line'> {
  /** Absent where its making began and nobody saw it end. */
  readonly made?: Made | undefined;
  readonly left: Readonly<Record<string, string>>;
}

/** What all lines of a journal come to. */
export interface Recorded {
  /** By {@link identityOf}. */
  readonly resources: ReadonlyMap<string, RecordedResource>;
  /** The last line about a deploy. */
  readonly deploy?: DeployLine | undefined;
  /** Everything that is there is in it. Before a first deploy has ended, what is in AWS has to be looked for. */
  readonly complete: boolean;
}

export const NOTHING_RECORDED: Recorded = { resources: new Map(), complete: false };

/** Reads the lines in their order. */
export function recordedOf(lines: readonly Line[]): Recorded {
  const resources = new Map<string, RecordedResource>();
  let deploy: DeployLine | undefined;
  let complete = false;
  for (const line of lines) {
    if (line.line === 'head') {
      complete = line.complete;
      continue;
    }
    if (line.line === 'deploy') {
      deploy = line;
      complete ||= line.outcome === 'done';
      continue;
    }
    const { id, kind, key } = line;
    const identity = identityOf(kind, key);
    const before = resources.get(identity);
    if (line.line === 'gone') resources.delete(identity);
    else if (line.line === 'begin') {
      resources.set(identity, {
        id,
        kind,
        key,
        after: line.after,
        left: {},
        ...(before && { made: before.made, left: before.left }),
      });
    } else {
      resources.set(identity, { id, kind, key, after: line.after, made: line.made, left: line.left });
    }
  }
  return { resources, deploy, complete };
}

/** The shortest lines that come to the same. */
export function linesOf({ resources, deploy }: Recorded): readonly Line[] {
  const lines = [...resources.values()].map(({ id, kind, key, made, after, left }): Line => {
    return made ? { line: 'end', id, kind, key, after, made, left } : { line: 'begin', id, kind, key, after };
  });
  return deploy ? [deploy, ...lines] : lines;
}
