import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest } from '@tankard/framework/manifest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAYER_ZIP } from '../packages/cli/src/build/artifact.ts';
import { functionsOf } from '../packages/cli/src/build/functions.ts';
import { apps, manifestFile, outputFolder } from './apps.ts';
import { type Answer, askBoth } from './engines/both-clients.ts';
import { unzip } from './engines/unzip.ts';
import { eventFor } from './event-for.ts';

let work: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'tankard-runtime-'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Failures of Lambda itself and not of the handler. */
const OF_LAMBDA = /^(Runtime|Sandbox)\./;

describe.each(apps)("every zip of $name runs under AWS's runtime client as under ours", (app) => {
  const manifest = JSON.parse(readFileSync(manifestFile(app), 'utf8')) as Manifest;
  const layerZip = join(outputFolder(app), LAYER_ZIP);
  let layers: string | undefined;
  beforeAll(() => {
    if (!existsSync(layerZip)) return;
    layers = join(work, app.name, 'opt');
    unzip(layerZip, layers);
  });

  it.each(functionsOf(manifest))('$name', async ({ name, handlers }) => {
    const folder = join(work, app.name, name);
    unzip(join(outputFolder(app), `${name}.zip`), folder);
    const [handler] = handlers;
    if (!handler) throw new Error(`${name} serves nothing.`);
    const { aws, ours } = await askBoth(
      folder,
      'index.handler',
      eventFor(handler, app.stage === 'rest' ? '1.0' : '2.0'),
      layers,
    );
    expect(errorType(aws)).not.toMatch(OF_LAMBDA);
    expect([ours.failed, errorType(ours)]).toEqual([aws.failed, errorType(aws)]);
  });
});

describe("what goes wrong is reported by our runtime client as by AWS's", () => {
  const wrongs = {
    'a throw': "exports.handler = async () => { throw new TypeError('no') }",
    'a throw of no error': "exports.handler = async () => { throw 'no' }",
    'an error while loading': "throw new RangeError('at load')",
    'a syntax error': 'exports.handler = async () => {',
    'a missing module': "require('not-there'); exports.handler = async () => 1",
    'no handler': 'exports.other = async () => 1',
    'a handler that is no function': "exports.handler = 'text'",
    'a handler with a callback': 'exports.handler = (event, context, callback) => callback(null, 1)',
    'a result that is no JSON': 'exports.handler = async () => { const a = {}; a.a = a; return a }',
    'an exit': 'exports.handler = async () => process.exit(3)',
    'no result': 'exports.handler = async () => {}',
  };

  it.each(Object.entries(wrongs))('%s', async (name, code) => {
    const folder = join(work, name.replaceAll(' ', '-'));
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.js'), code);
    const { aws, ours } = await askBoth(folder, 'index.handler', {});
    expect(comparable(ours, folder)).toEqual(comparable(aws, folder));
  });
});

function errorType(answer: Answer): string {
  return answer.failed ? String((answer.body as { errorType?: unknown }).errorType) : '';
}

/** An answer without what differs between two runs: the trace, the request's id, and where the module was asked for. */
function comparable({ failed, body }: Answer, folder: string): unknown {
  if (!failed) return body;
  const { errorType: type, errorMessage } = body as { errorType: string; errorMessage: string };
  return {
    type,
    message: errorMessage.replaceAll(folder, '').replaceAll(/[0-9a-f-]{36}|\nRequire stack:.*/gs, ''),
  };
}
