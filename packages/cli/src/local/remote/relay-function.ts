import { createHash } from 'node:crypto';
import type { BuiltLayer, ZipEntry } from '../../build/bundle/built-function.ts';
import { CONTROL_HEADER } from '../session/session-file.ts';

/** Where a function that stands in the engine sends its events. */
export const RELAY_VARIABLE = 'TANKARD_RELAY';

/**
 * What stands in the engine in place of each function: it hands its event to the session, where the function runs, and answers
 * what that answered. A failure is thrown, so that the engine retries as it would.
 */
const SOURCE = `exports.handler = async (event) => {
  const response = await fetch(process.env.${RELAY_VARIABLE}, {
    method: 'POST', headers: { '${CONTROL_HEADER}': '1' }, body: JSON.stringify(event) });
  const { failed, result, message } = await response.json();
  if (!response.ok) throw new Error('tankard local: ' + message);
  if (!failed) return result;
  throw Object.assign(new Error(result.errorMessage), { name: result.errorType });
};
`;

const entry: ZipEntry = { name: 'index.js', content: Buffer.from(SOURCE), mode: 0o644 };

/** The one piece of code of all functions in the engine; it never changes with the app. */
export const relayCode: Pick<BuiltLayer, 'entries' | 'digest'> & { readonly zip: string } = {
  entries: [entry],
  digest: createHash('sha256').update(SOURCE).digest('hex'),
  zip: 'relay.zip',
};
