import { relative } from 'node:path';
import type { Problem } from '@tankard/framework/manifest';
import { problem } from '../../errors/problem.ts';
import { portable } from '../project.ts';
import type { LoadBundle } from './bundle-for-loading.ts';
import { placesOfApps } from './exported-apps.ts';
import { failureProblem } from './failure.ts';
import { inSource } from './in-source.ts';
import type { ChildResult } from './load-process.ts';

/** What is known about a run that gave no manifest. */
export interface Run {
  readonly project: string;
  readonly entry: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly bundle: LoadBundle;
}

/** Why a run of the app gave no manifest. */
export function problemsOfRun(
  ended: Exclude<ChildResult, { kind: 'described' }>,
  run: Run,
): readonly Problem[] {
  const file = portable(relative(run.project, run.entry));
  switch (ended.kind) {
    case 'problems':
      return ended.problems;
    case 'threw':
      return [failureProblem(ended.failure, run.project, run.bundle)];
    case 'exports':
      return [ended.apps.length === 0 ? notExported(file) : exportedTwice(file, ended.apps, run)];
    case 'timed-out':
      return [timedOut(file, run.timeout)];
    case 'exited':
      return [exited(file, ended.code, inSource(ended.output, run.bundle))];
  }
}

function notExported(file: string): Problem {
  return problem('APP_NOT_EXPORTED', {
    message: `${file} exports no App.`,
    place: { file, line: 1 },
    remedy:
      "Write `export const app = new App('my-app');`, or `export { app } from './service.ts';` where it is made elsewhere.",
  });
}

function exportedTwice(file: string, names: readonly string[], run: Run): Problem {
  const places = placesOfApps(run.project, run.entry, names, run.bundle.sources);
  return problem('APP_EXPORTED_TWICE', {
    message: `${file} exports more than one App: ${places.map(({ name, at }) => `${name} (${at})`).join(', ')}.`,
    place: places.at(-1)?.place ?? { file, line: 1 },
    remedy: 'Export one. A second app is a project of its own.',
  });
}

function timedOut(file: string, timeout: number): Problem {
  return problem('APP_TIMED_OUT', {
    message: `The app was not loaded after ${timeout / 1000} seconds.`,
    place: { file, line: 1 },
    remedy:
      'Loading must only declare: move calls, timers and top-level `await` that wait for something into handlers.',
  });
}

function exited(file: string, code: number, output: string): Problem {
  const said = output.trim().split('\n').slice(-5).join('\n');
  return problem('APP_PROCESS_EXITED', {
    message: `The app ended its process with code ${code} while it was loaded${said ? `, after saying: ${said}` : ''}.`,
    place: { file, line: 1 },
    remedy: 'Take `process.exit` out of what runs at import, and a top-level `await` that never ends.',
  });
}
