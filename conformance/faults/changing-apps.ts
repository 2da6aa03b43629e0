import { cp, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PreparedApp } from '../../packages/cli/src/prepare/prepare-app.ts';
import { everySourceParameters, recruitingParameters } from '../app-parameters.ts';
import { packagedApp, projectFolder } from '../apps.ts';
import { built } from '../engines/project-stage.ts';

/** An app in two versions. */
export interface ChangingApp {
  readonly name: string;
  readonly first: PreparedApp;
  /** Differs in code, settings, triggers and tags; some handlers are gone, and one has another route. */
  readonly second: PreparedApp;
}

interface Recipe {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Where its installed packages are, from its folder. */
  readonly packages: string;
  /** By file: text and what becomes of it. */
  readonly edits: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const recipes = {
  recruiting: {
    name: 'recruiting',
    parameters: recruitingParameters,
    packages: 'node_modules',
    edits: {
      'src/app.ts': {
        "'Audited'": "'Audited again'",
        'batchSize: 10': 'batchSize: 20',
        'memory: 128': 'memory: 256',
        "suffix: '.zip'": "prefix: 'in/'",
        'GET /candidates/{id}': 'GET /people/{id}',
      },
      'tankard.config.ts': { 'stages: {': "tags: { team: 'people' },\n  stages: {" },
    },
  },
  'every-source': {
    name: 'every-source',
    parameters: everySourceParameters,
    packages: '../../node_modules',
    edits: {
      'src/app.ts': { "import './parcels.ts';\n": '' },
      'src/events.ts': {
        "'Seen'": "'Seen again'",
        "prefix: 'images/'": "prefix: 'pictures/'",
        "'Shipped'": "'Sent'",
      },
      'src/http.ts': { "'GET /'": "'GET /home'", 'timeout: 20': 'timeout: 25' },
      'src/queues.ts': { 'batchSize: 5': 'batchSize: 6', 'concurrency: 4': 'concurrency: 5' },
      'src/schedules.ts': { 'rate(1 hour)': 'rate(2 hours)', 'hour: 2': 'hour: 3' },
      'src/service.ts': {
        "ttl: 'expires',\n": '',
        'Key of the payment provider': 'Their key',
        'raw: true,\n': '',
      },
      'src/streams.ts': { 'maxAge: 3600': 'maxAge: 7200', "onFailure: 'drop'": 'onFailure: lost' },
      'tankard.config.ts': {
        'memory: 512': 'memory: 640',
        'logRetention: 365': 'logRetention: 30',
        'reservedConcurrency: 2': 'reservedConcurrency: 3',
        'stages: {': "tags: { team: 'shop' },\n  stages: {",
      },
    },
  },
} as const satisfies Record<string, Recipe>;

/** Builds an app before and after a day's work on it. */
export async function changingApp(name: keyof typeof recipes): Promise<ChangingApp> {
  const { parameters, packages, edits }: Recipe = recipes[name];
  const source = projectFolder(packagedApp(name));
  const folder = await mkdtemp(join(await realpath(tmpdir()), `${name}-`));
  try {
    await cp(source, folder, { recursive: true, filter: (file) => !file.endsWith('node_modules') });
    await symlink(join(source, packages), join(folder, 'node_modules'));
    const first = await built(folder, parameters);
    for (const [file, replacements] of Object.entries(edits)) await edit(join(folder, file), replacements);
    return { name, first, second: await built(folder, parameters) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function edit(file: string, replacements: Readonly<Record<string, string>>): Promise<void> {
  let text = await readFile(file, 'utf8');
  for (const [old, fresh] of Object.entries(replacements)) {
    if (!text.includes(old)) throw new Error(`${file} has no ${old}.`);
    text = text.replaceAll(old, fresh);
  }
  await writeFile(file, text);
}
