import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { FunctionArtifact } from '../artifact.ts';
import type { BuiltApp, BuiltFunction, BuiltLayer } from '../bundle/built-function.ts';
import { problemsOf } from '../testing/problems.ts';
import { commitArtifacts } from './commit-artifacts.ts';
import { unzippedProblems, zipProblems } from './limits.ts';
import { prepareArtifacts } from './prepare-artifacts.ts';
import { zipEntries } from './zip-entries.ts';

const MB = 1024 * 1024;

function built(name: string, text: string): BuiltFunction {
  const entries = [
    { name: 'bin/tool', content: Buffer.from('tool'), mode: 0o755 },
    { name: 'index.js', content: Buffer.from(text), mode: 0o644 },
  ];
  const digest = Buffer.from(text).toString('hex').padEnd(64, '0').slice(0, 64);
  return {
    function: name,
    handler: 'index.handler',
    format: 'cjs',
    entries,
    map: '{"version":3}',
    bytes: text.length + 4,
    digest,
  };
}

function layerOf(text: string, ...functions: readonly string[]): BuiltLayer {
  const { entries, bytes, digest } = built('sdk', text);
  return { entries, bytes, digest, functions: new Set(functions) };
}

function app(...functions: readonly BuiltFunction[]): BuiltApp {
  return { functions };
}

async function writeArtifacts(out: string, made: BuiltApp): Promise<readonly FunctionArtifact[]> {
  const prepared = await prepareArtifacts(out, made);
  await commitArtifacts(out, prepared);
  return prepared.functions.map(({ artifact }) => artifact);
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'tankard-out-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** The central directory, which is where unzippers look. */
function entriesOf(zip: Buffer) {
  const entries: { name: string; mode: number; time: number; date: number }[] = [];
  const signature = Buffer.from([0x50, 0x4b, 1, 2]);
  for (let at = zip.indexOf(signature); at !== -1; at = zip.indexOf(signature, at + 1)) {
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28));
    const mode = (zip.readUInt32LE(at + 38) >>> 16) & 0o777;
    entries.push({ name, mode, time: zip.readUInt16LE(at + 12), date: zip.readUInt16LE(at + 14) });
  }
  return entries;
}

describe('a zip', () => {
  test('holds the entries in their order with fixed dates and their modes', async () => {
    const firstOf1980 = (1 << 5) | 1;
    expect(entriesOf(await zipEntries(built('a', 'code')))).toEqual([
      { name: 'bin/tool', mode: 0o755, time: 0, date: firstOf1980 },
      { name: 'index.js', mode: 0o644, time: 0, date: firstOf1980 },
    ]);
  });

  test('has the same bytes in every time zone', async () => {
    const zone = process.env.TZ;
    onTestFinished(() => {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    });
    const zips: string[] = [];
    for (const other of ['America/Los_Angeles', 'UTC', 'Pacific/Auckland']) {
      process.env.TZ = other;
      zips.push((await zipEntries(built('a', 'code'))).toString('hex'));
    }
    expect(new Set(zips).size).toBe(1);
  });
});

describe('the output folder', () => {
  test('gets a zip and a map for each function', async () => {
    const out = join(await folder(), 'deep/out');
    const artifacts = await writeArtifacts(out, app(built('a', 'one'), built('b', 'two')));
    expect((await readdir(out, { recursive: true })).toSorted()).toEqual([
      'a.zip',
      'b.zip',
      'maps',
      'maps/a.map',
      'maps/b.map',
    ]);
    expect(artifacts[0]).toMatchObject({
      function: 'a',
      zip: 'a.zip',
      handler: 'index.handler',
      format: 'cjs',
      bytes: 7,
    });
    expect(artifacts[0]?.zipBytes).toBe((await stat(join(out, 'a.zip'))).size);
  });

  test('keeps a zip whose contents have not changed', async () => {
    const out = await folder();
    const first = await writeArtifacts(out, app(built('a', 'one'), built('b', 'two')));
    const prepared = await prepareArtifacts(out, app(built('a', 'one'), built('b', 'changed')));
    expect(prepared.functions.map(({ content }) => content === undefined)).toEqual([true, false]);
    expect(prepared.functions[0]?.artifact).toEqual(first[0]);
  });

  test('loses the files of functions that are no more, and nothing else', async () => {
    const out = await folder();
    await writeFile(
      join(out, 'mine.zip'),
      'not ours, and long enough to hold a comment that could be one of ours, but is none',
    );
    await writeArtifacts(out, app(built('a', 'one'), built('b', 'two')));
    await writeArtifacts(out, app(built('a', 'one')));
    expect((await readdir(out, { recursive: true })).toSorted()).toEqual([
      'a.zip',
      'maps',
      'maps/a.map',
      'mine.zip',
    ]);
  });

  test('gets the zip of the layer, keeps it while it is the same, and loses it with the layer', async () => {
    const out = await folder();
    const functions = [built('a', 'one')];
    await writeArtifacts(out, { functions, layer: layerOf('sdk', 'a') });
    expect(await readdir(out)).toContain('sdk.layer.zip');
    const same = await prepareArtifacts(out, { functions, layer: layerOf('sdk', 'a') });
    expect(same.layer).toMatchObject({ zip: 'sdk.layer.zip', content: undefined });
    const other = await prepareArtifacts(out, { functions, layer: layerOf('changed', 'a') });
    expect(other.layer?.content).toBeDefined();
    await writeArtifacts(out, app(...functions));
    expect(await readdir(out)).not.toContain('sdk.layer.zip');
  });

  test('gets what belongs to the zips at the same time', async () => {
    const out = await folder();
    await commitArtifacts(
      out,
      await prepareArtifacts(out, app(built('a', 'one'))),
      new Map([['template.yaml', { content: 'Resources: {}', isOurs: () => false }]]),
    );
    expect(await readFile(join(out, 'template.yaml'), 'utf8')).toBe('Resources: {}');
  });

  test('keeps a file that somebody else made, and says so before anything is written', async () => {
    const out = await folder();
    await writeFile(join(out, 'a.zip'), 'mine');
    await writeFile(join(out, 'notes.txt'), 'mine too');
    const companions = new Map([
      ['notes.txt', { content: 'ours', isOurs: (text: string) => text === 'ours' }],
    ]);
    const prepared = await prepareArtifacts(out, app(built('a', 'one'), built('b', 'two')));
    const problems = await problemsOf(commitArtifacts(out, prepared, companions));
    expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
      `OUTPUT_NOT_OURS ${join(out, 'a.zip')} is there already, and Tankard did not write it.`,
      `OUTPUT_NOT_OURS ${join(out, 'notes.txt')} is there already, and Tankard did not write it.`,
    ]);
    expect(await readdir(out)).toEqual(['a.zip', 'notes.txt']);
    expect(await readFile(join(out, 'a.zip'), 'utf8')).toBe('mine');
  });

  test('that cannot be written is told, and nothing is half-written', async () => {
    const out = await folder();
    await writeFile(join(out, 'maps'), 'a file where a folder is wanted');
    const [problem] = await problemsOf(writeArtifacts(out, app(built('a', 'one'))));
    expect(problem).toMatchObject({ code: 'OUTPUT_NOT_WRITABLE' });
    expect(await readdir(out)).toEqual(['maps']);
  });

  test('that lies below a file is told', async () => {
    const parent = await folder();
    await writeFile(join(parent, 'file'), '');
    const [problem] = await problemsOf(writeArtifacts(join(parent, 'file/out'), app(built('a', 'one'))));
    expect(problem?.code).toBe('OUTPUT_NOT_WRITABLE');
  });
});

describe("Lambda's limits", () => {
  test('what is too large unzipped is told before anything is written', async () => {
    const out = await folder();
    await mkdir(join(out, 'maps'));
    const [problem, ...more] = await problemsOf(
      writeArtifacts(out, app({ ...built('a', 'x'), bytes: 251 * MB }, built('b', 'y'))),
    );
    expect(problem).toMatchObject({
      code: 'UNZIPPED_TOO_LARGE',
      message:
        'The function a is 251.0 MB unzipped; Lambda takes 250.0 MB. The largest file is bin/tool with 0.0 MB.',
    });
    expect(more).toEqual([]);
    expect(await readdir(out, { recursive: true })).toEqual(['maps']);
  });

  test('a layer counts for the functions that use it', () => {
    const functions = [built('a', 'x'), built('b', 'y')];
    const layer = { ...layerOf('sdk', 'a'), bytes: 250 * MB };
    expect(unzippedProblems({ functions, layer })).toMatchObject([
      { message: expect.stringContaining('The function a is 250.0 MB unzipped with its layer;') },
    ]);
  });

  test('what is too large as a zip is told', () => {
    const { entries } = built('a', 'x');
    expect(zipProblems('function a', entries, 50 * MB)).toEqual([]);
    expect(zipProblems('function a', entries, 50 * MB + 1)).toMatchObject([
      {
        code: 'ZIP_TOO_LARGE',
        severity: 'error',
        message: expect.stringContaining('The zip of the function a is 50.0 MB;'),
      },
    ]);
  });
});
