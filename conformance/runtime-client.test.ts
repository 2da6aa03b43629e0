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
      { layers },
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
    'an exit at load': 'process.exit(4)',
    'a signal': "exports.handler = async () => process.kill(process.pid, 'SIGKILL')",
    'a timeout': 'exports.handler = () => new Promise((resolve) => setTimeout(resolve, 60_000))',
    'an exception that nobody catches':
      "exports.handler = () => new Promise(() => setTimeout(() => { throw new Error('late') }, 1))",
    'a rejection that nobody catches':
      "exports.handler = () => new Promise(() => { Promise.reject(new Error('late')) })",
    'an answer that is too large': "exports.handler = async () => 'x'.repeat(6_291_556)",
    'an answer that is not': "exports.handler = async () => 'x'.repeat(6_291_554)",
    'a stream': streaming("stream.write('a'); stream.write({ b: 1 }); stream.end('c')"),
    'a stream of more than an answer may have': streaming("stream.end('x'.repeat(7_000_000))"),
    'a stream for HTTP': streaming(
      'const http = awslambda.HttpResponseStream.from(stream, { statusCode: 201 });' +
        "http.write('a'); http.end('b')",
    ),
    'a stream from a pipeline': streaming(
      "await require('node:stream/promises').pipeline(require('node:stream').Readable.from(['a', 'b']), stream)",
    ),
    'a stream that breaks off': streaming("stream.write('a'); throw new TypeError('no')"),
    'a stream that was never written to': streaming("throw new TypeError('no')"),
    'a stream of no promise':
      "exports.handler = awslambda.streamifyResponse((event, stream) => { stream.write('a') })",
  };

  it.each(Object.entries(wrongs))('%s', async (name, code) => {
    const folder = join(work, name.replaceAll(' ', '-'));
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.js'), code);
    const { aws, ours } = await askBoth(folder, 'index.handler', {}, { timeout: 2 });
    expect(comparable(ours, folder)).toEqual(comparable(aws, folder));
  });
});

it("writes JSON logs as AWS's does", async () => {
  const folder = join(work, 'logs');
  mkdirSync(folder);
  const lines = [
    "console.log('text %s', 1, { a: [1] })",
    'console.info({ a: { b: 1 } })',
    "console.warn('two\\nlines')",
    "console.error('of', new TypeError('no'))",
    "console.error(new RangeError('alone'))",
    'console.debug(undefined)',
    'console.trace(1n)',
  ];
  const code = `exports.handler = async () => { ${lines.join('; ')}; }`;
  writeFileSync(join(folder, 'index.js'), code);
  const { aws, ours } = await askBoth(folder, 'index.handler', {});
  expect(aws.log.length).toBeGreaterThanOrEqual(5);
  expect(ours.log.map(loggedAlike)).toEqual(aws.log.map(loggedAlike));
});

/** A handler whose third argument, the context, is no callback. */
function streaming(body: string): string {
  return `exports.handler = awslambda.streamifyResponse(async (event, stream, context) => { ${body} })`;
}

/** A line without its time and request, and of a trace only that there is one. */
function loggedAlike(line: string): unknown {
  return JSON.parse(line, (name, value) => {
    if (name === 'timestamp' || name === 'requestId') return typeof value;
    if (name === 'stackTrace') return value[0];
    return typeof value === 'string' ? value.replace(/\n +at .*/s, '') : value;
  });
}

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
