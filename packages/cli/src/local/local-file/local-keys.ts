import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TankardError } from '@tankard/framework/errors';
import type { KeySet, LocalKeys } from '../gateway/callers/local-keys.ts';
import { fault, isKeySet, type LocalFile } from './local-file.ts';

/**
 * The keys that a project's local file holds or names.
 *
 * @throws TankardError LOCAL_FILE_INVALID where a file that it names holds no set of keys
 */
export async function localKeys({ jwks, apiKeys }: LocalFile, project: string): Promise<LocalKeys> {
  const sets = Object.entries(jwks).map(async ([issuer, set]): Promise<[string, KeySet]> => {
    if ('keys' in set) return [issuer, set];
    const content = await readFile(join(project, set.file), 'utf8').then(JSON.parse, () => undefined);
    if (isKeySet(content)) return [issuer, content];
    const message = `'jwks.${issuer}' names '${set.file}', which holds no set of keys.`;
    throw new TankardError([fault(message, 'Put what the issuer publishes there: { "keys": [ … ] }.')]);
  });
  return { jwks: Object.fromEntries(await Promise.all(sets)), apiKeys };
}
