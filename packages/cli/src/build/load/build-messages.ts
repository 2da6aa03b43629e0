import type { Problem } from '@tankard/framework/manifest';
import type { Message } from 'esbuild';
import { problem } from '../../errors/problem.ts';

/** What esbuild found wrong with the project's source, as a problem with its place. */
export function problemOf(message: Message): Problem {
  const { text, location } = message;
  const place = location ? { file: location.file, line: location.line } : undefined;
  const missing = /^Could not resolve "(.+)"$/.exec(text)?.[1];
  if (missing === undefined) {
    return problem('APP_SYNTAX', {
      message: `The source cannot be read: ${text}.`,
      place,
      subject: location?.lineText.trim(),
      remedy: 'Mend the line; your editor or `tsc` shows the same.',
    });
  }
  return problem('APP_IMPORT_MISSING', {
    message: `The file '${missing}' is imported and is not there.`,
    place,
    subject: location?.lineText.trim(),
    remedy: 'Check the path and the ending of the file.',
  });
}
