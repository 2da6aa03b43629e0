import type { Manifest } from '@tankard/framework/manifest';
import { loadApp } from '../build/load/load-app.ts';
import { type LoadProcess, startLoadProcess } from '../build/load/load-process.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import { keptApp } from './kept-app.ts';
import type { GraphCheck, MadeApp } from './make-app.ts';
import { refuseErrors } from './refuse-errors.ts';
import { type RememberedApp, rememberApp } from './remembered-app.ts';

/** An app with everything that can be made of it on this machine; nothing is written yet. */
export interface PreparedApp extends MadeApp {
  readonly config: ResolvedConfig;
  readonly manifest: Manifest;
  /** Keeps it for the next time. */
  keep(): Promise<void>;
  /** What is remembered of it in this process; nothing where it was made by another one. */
  readonly remembered?: RememberedApp | undefined;
}

export interface PrepareOptions {
  /** Looks at the graph before anything is built; what it finds is reported with the rest. */
  readonly check?: GraphCheck | undefined;
  /** One that was started before, to load the app in. */
  readonly process?: LoadProcess | undefined;
  /** The same app as it was before. */
  readonly remembered?: RememberedApp | undefined;
}

/** Loads what makes an app anew: more than three hundred modules, which are not needed where nothing has changed. */
export const loadMaking = () => Promise.all([import('./analyse-app.ts'), import('./make-app.ts')]);

/**
 * From a configuration to bundled functions and the graph of AWS resources: what `package`, `local`
 * and a deploy start from. `problems` of the result are warnings.
 *
 * The app is loaded every time. What is made of it then hangs on files alone, and is kept until one of them changes.
 *
 * @throws TankardError with everything that is wrong with the app.
 */
export async function prepareApp(
  config: ResolvedConfig,
  { check = () => [], process = startLoadProcess(config.project), remembered }: PrepareOptions = {},
): Promise<PreparedApp> {
  const since = Date.now();
  // The app is loaded elsewhere: while it runs there is time to look at what is kept.
  const [loaded, kept] = await Promise.all([
    loadApp(config, { process }),
    process.busy.then(() => remembered?.again() ?? keptApp(config)),
  ]);
  const { manifest } = loaded;
  const before = kept.madeOf(loaded);
  if (before) {
    const problems = refuseErrors([...before.problems, ...check(manifest, before.graph)]);
    return { config, manifest, ...before, problems, keep: async () => {}, remembered };
  }
  const [{ analyseLoaded }, { makeApp }] = await loadMaking();
  const app = await analyseLoaded(loaded, config, kept.app);
  const made = await makeApp(app, check, kept.outputs);
  const now = rememberApp(app, made, since);
  return { config, manifest, ...made, keep: now.keep, remembered: now };
}
