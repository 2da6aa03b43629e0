/**
 * Runs in a process of its own: waits for the name of a bundle and imports it, looks for the App among
 * the entry's exports, and sends one {@link Report} to the process that started it.
 */
import { pathToFileURL } from 'node:url';
// What every bundle imports, while there is none yet: 16 ms that it has not to wait for.
import '@tankard/framework';
import { isTankardError } from '@tankard/framework/errors';
import '@tankard/framework/manifest';
import type { Manifest } from '@tankard/framework/manifest';
import type { Report } from './report.ts';

interface LoadBundle {
  readonly entry: Readonly<Record<string, unknown>>;
  readonly describe: (app: unknown) => Manifest;
}

process.on('uncaughtException', (thrown) => send(threw(thrown)));
// Once: an app that only waits for what never comes must not be kept alive by our listening.
process.once('message', async (bundle: string) => send(await read(bundle)));

async function read(bundle: string): Promise<Report> {
  try {
    const { entry, describe }: LoadBundle = await import(pathToFileURL(bundle).href);
    const apps = Object.keys(entry).filter((name) => isApp(entry[name]));
    if (new Set(apps.map((name) => entry[name])).size !== 1) return { kind: 'exports', apps };
    const exportName = apps.includes('app') ? 'app' : (apps[0] ?? 'app');
    return { kind: 'described', exportName, manifest: describe(entry[exportName]) };
  } catch (thrown) {
    return isTankardError(thrown) ? { kind: 'problems', problems: thrown.problems } : threw(thrown);
  }
}

function isApp(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Symbol.for('tankard.app') in value;
}

function threw(thrown: unknown): Report {
  if (!(thrown instanceof Error)) {
    return { kind: 'threw', failure: { name: 'Error', message: String(thrown), stack: '' } };
  }
  const { name, message, stack = '' } = thrown;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
  return { kind: 'threw', failure: { name, message, code, stack } };
}

function send(report: Report): void {
  // An app may hold timers or sockets open; nothing of it is needed once the report is out.
  process.send?.(report, undefined, undefined, () => process.exit(0));
}
