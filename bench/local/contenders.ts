import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedCommand, publishedPackages } from '../published.ts';
import type { Contender } from './contender.ts';
import { hundredFunctions } from './hundred-functions.ts';

const repository = join(import.meta.dirname, '..', '..');
const ofServerless = join(process.env.BENCH_SERVERLESS ?? '', 'node_modules');
const ofArchitect = join(process.env.BENCH_ARCHITECT ?? '', 'node_modules');
const ofChalice = join(process.env.BENCH_CHALICE ?? '', 'bin');

const tankardLocal = `tankard local ${version(join(repository, 'packages', 'cli'))}`;
const ofTankard: Pick<Contender, 'app' | 'packages' | 'command'> = {
  app: 'tankard',
  packages: publishedPackages,
  command: (port) => [
    process.execPath,
    ...[publishedCommand, 'local', '--port', String(port), '--aws-port', '0', '--console-port', '0'],
  ],
};

/** What the others are measured against: Node's own server, which knows no Lambda. */
export const floor: Contender = {
  name: 'node:http alone, `node --watch`',
  app: 'node',
  file: 'server.mjs',
  command: (port) => [process.execPath, '--watch', 'server.mjs', String(port)],
};

export const contenders: readonly Contender[] = [
  floor,
  { name: tankardLocal, file: join('src', 'app.ts'), ...ofTankard },
  {
    name: `${tankardLocal}, with 100 functions`,
    file: join('src', 'hello.ts'),
    complete: hundredFunctions,
    ...ofTankard,
  },
  serverlessOffline(),
  serverlessOffline('--reloadHandler'),
  {
    name: `@architect/sandbox ${version(join(ofArchitect, '@architect', 'sandbox'))}`,
    app: 'architect',
    file: join('src', 'http', 'get-hello-000name', 'index.mjs'),
    command: (port) => [join(ofArchitect, '.bin', 'sandbox'), '--port', String(port)],
  },
  {
    name: `chalice local ${pinnedChalice()}`,
    app: 'chalice',
    file: 'app.py',
    command: (port) => [join(ofChalice, 'chalice'), 'local', '--port', String(port)],
  },
];

function serverlessOffline(...options: readonly string[]): Contender {
  const [plugin, framework] = ['serverless-offline', 'serverless'].map((name) =>
    version(join(ofServerless, name)),
  );
  return {
    name: [`serverless-offline ${plugin} on Serverless ${framework}`, ...options].join(', '),
    app: 'serverless-offline',
    file: 'handler.mjs',
    packages: ofServerless,
    command: (port) => [
      join(ofServerless, '.bin', 'serverless'),
      ...['offline', '--host', '127.0.0.1', '--httpPort', String(port), '--lambdaPort', '0', ...options],
    ],
  };
}

function version(folder: string): string {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

function pinnedChalice(): string {
  const file = join(repository, 'conformance', 'python', 'chalice.txt');
  return readFileSync(file, 'utf8').trim().replace(/.*==/, '');
}
