import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { OpenApiDocument } from '../../packages/cli/src/openapi/document.ts';
import { installed } from '../environment.ts';

const execute = promisify(execFile);
const BIN = join(installed('OPENAPI'), 'bin');
const CONFIG = join(import.meta.dirname, 'schemathesis.toml');

/** What a run of schemathesis came to. */
export interface Judgement {
  /** The failures, as schemathesis tells them; empty where there is none. */
  readonly failures: string;
  readonly operations: number;
  readonly requests: number;
}

/**
 * Sends requests that fit the document and requests that don't to where it is served, and holds each answer to the document.
 *
 * @param examples how many requests it makes up for each operation, beside those at the bounds of every schema.
 */
export async function judge(document: OpenApiDocument, url: string, examples: number): Promise<Judgement> {
  const folder = await mkdtemp(join(tmpdir(), 'tankard-openapi-'));
  try {
    const file = join(folder, 'openapi.json');
    await writeFile(file, JSON.stringify(document));
    await execute(join(BIN, 'python'), ['-m', 'openapi_spec_validator', file]);
    const how = ['--config-file', CONFIG, '--no-color', 'run', file, '--url', url];
    const words = [...how, '--max-examples', String(examples), '--seed', '1', '--generation-deterministic'];
    const told = await execute(join(BIN, 'schemathesis'), [...words, '--header', 'x-word: sesame'], {
      cwd: folder,
      maxBuffer: 1 << 26,
    }).then(
      ({ stdout }) => ({ stdout, failed: false }),
      ({ stdout, stderr }) => ({ stdout: `${stdout}${stderr}`, failed: true }),
    );
    const count = (pattern: RegExp) => Number(pattern.exec(told.stdout)?.[1] ?? 0);
    return {
      failures: told.failed ? told.stdout : '',
      operations: count(/Tested: +(\d+)/),
      requests: count(/(\d+) generated/),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same document without what stands for every answer, so that each has to be documented by its status. */
export function withoutDefault({ paths, ...document }: OpenApiDocument): OpenApiDocument {
  const strict = Object.entries(paths).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item).map(([method, { responses, ...operation }]) => {
        const { default: _, ...known } = responses;
        return [method, { ...operation, responses: known }];
      }),
    ),
  ]);
  return { ...document, paths: Object.fromEntries(strict) };
}
