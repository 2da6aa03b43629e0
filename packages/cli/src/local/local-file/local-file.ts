import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, TankardError } from '@tankard/framework/errors';
import { nearest } from '../../errors/nearest.ts';
import { problem } from '../../errors/problem.ts';
import type { KeySet } from '../gateway/callers/local-keys.ts';

/** The file of a project that says what only this machine needs: values, and the data to begin with. */
export const LOCAL_FILE = 'tankard.local.json';

export interface LocalFile {
  /** Values of the app's parameters. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Texts of the app's secrets, by their names in the app; of those that exist already by their names in AWS. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Sets of public keys (JWKS) by issuer, or files of the project that hold them: what tokens are checked with where an issuer can't be reached. */
  readonly jwks: Readonly<Record<string, KeySet | { readonly file: string }>>;
  /** Values of API keys, by their names in the configuration; without, a key has its name as its value. */
  readonly apiKeys: Readonly<Record<string, string>>;
  /** Items to begin with, by the table's name in the app, as plain values. */
  readonly tables: Readonly<Record<string, readonly object[]>>;
  /** Objects to begin with, by the bucket's name in the app and their keys: text, or a file of the project. */
  readonly buckets: Readonly<Record<string, Readonly<Record<string, SeedObject>>>>;
}

export type SeedObject = string | { readonly file: string };

/**
 * Reads the local file of a project; one that is not there is empty.
 *
 * @throws TankardError LOCAL_FILE_INVALID, one for each thing that is wrong with it.
 */
export async function readLocalFile(project: string): Promise<LocalFile> {
  const text = await readFile(join(project, LOCAL_FILE), 'utf8').catch(() => '{}');
  const content = parsed(text);
  const faults = faultsIn(content);
  if (faults.length > 0) throw new TankardError(faults);
  return {
    ...{ parameters: {}, secrets: {}, jwks: {}, apiKeys: {}, tables: {}, buckets: {} },
    ...(content as Partial<LocalFile>),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new TankardError([
      fault(`The file is not JSON: ${error instanceof Error ? error.message : ''}.`, 'Mend it there.'),
    ]);
  }
}

/** Whether a value has the form of what stands below each key. */
const FORMS: Readonly<Record<keyof LocalFile, readonly [holds: (value: unknown) => boolean, form: string]>> =
  {
    parameters: [(value) => typeof value === 'string', 'text'],
    secrets: [(value) => typeof value === 'string', 'text'],
    jwks: [
      (value) => isKeySet(value) || (isRecord(value) && typeof value.file === 'string'),
      '{ "keys": [ … ] } or { "file": "path" }',
    ],
    apiKeys: [(value) => typeof value === 'string', 'text'],
    tables: [(value) => Array.isArray(value) && value.every(isRecord), 'a list of items'],
    buckets: [
      (value) => isRecord(value) && Object.values(value).every(isSeedObject),
      'texts or { "file": "path" } by key',
    ],
  };

function faultsIn(content: unknown): readonly Problem[] {
  if (!isRecord(content)) return [fault('The file is no object.', `Write ${example}.`)];
  return Object.entries(content).flatMap(([key, value]) => {
    const form = Object.hasOwn(FORMS, key) ? FORMS[key as keyof LocalFile] : undefined;
    if (!form) {
      const meant = nearest(key, Object.keys(FORMS));
      const known = `Known are ${Object.keys(FORMS).join(', ')}.`;
      return [fault(`The file has a key '${key}'.`, meant ? `Did you mean '${meant}'?` : known)];
    }
    if (!isRecord(value)) return [fault(`'${key}' is no object.`, `Write ${example}.`)];
    const [holds, text] = form;
    const wrong = Object.entries(value).filter(([, inner]) => !holds(inner));
    return wrong.map(([name]) => fault(`'${key}.${name}' is not ${text}.`, `Write ${example}.`));
  });
}

const example =
  '{ "parameters": { "Sender": "me@example.com" }, "tables": { "Users": [{ "id": "1" }] }, "buckets": { "Files": { "a.txt": "Hello" } } }';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a JWKS, as far as it takes to tell. */
export function isKeySet(value: unknown): value is KeySet {
  return isRecord(value) && Array.isArray(value.keys) && value.keys.every(isRecord);
}

function isSeedObject(value: unknown): boolean {
  return typeof value === 'string' || (isRecord(value) && typeof value.file === 'string');
}

/** @param remedy how to mend it */
export function fault(message: string, remedy: string): Problem {
  return problem('LOCAL_FILE_INVALID', { message, remedy, place: { file: LOCAL_FILE, line: 1 } });
}
