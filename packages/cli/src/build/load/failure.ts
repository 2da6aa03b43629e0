import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Place, Problem } from '@tankard/framework/manifest';
import { problem } from '../../errors/problem.ts';
import { portable } from '../project.ts';
import { linesOf } from '../source/lines.ts';
import { parse } from '../source/parse.ts';
import type { LoadBundle } from './bundle-for-loading.ts';
import { inSource } from './in-source.ts';
import type { Failure } from './report.ts';

/** What the app's code threw while it was loaded, at the project's own line. */
export function failureProblem(failure: Failure, project: string, bundle: LoadBundle): Problem {
  const missing = /^Cannot find (?:package|module) '([^']+)'/.exec(failure.message)?.[1];
  if (failure.code === 'ERR_MODULE_NOT_FOUND' && missing !== undefined) {
    return problem('APP_IMPORT_MISSING', {
      message: `The package '${missing}' is imported and is not installed.`,
      place: importPlace(missing, project, bundle),
      remedy: `Install it: npm install ${packageName(missing)}`,
    });
  }
  return problem('APP_THREW', {
    message: `The app threw while it was loaded: ${failure.name}: ${failure.message}`,
    place:
      ownPlace(inSource(failure.stack, bundle), project) ?? exportPlace(failure.message, project, bundle),
    remedy:
      'Loading must only declare: what needs AWS, the network or settings of a stage belongs into a handler.',
  });
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The first line of a stack that lies in the project's own source. */
function ownPlace(stack: string, project: string): Place | undefined {
  for (const [, url = '', line] of stack.matchAll(/\(?((?:file:\/\/)?\/[^\s()]+):(\d+):\d+\)?/g)) {
    const path = url.startsWith('file:') ? fileURLToPath(url) : url;
    const file = portable(relative(project, path));
    if (!file.startsWith('..') && !file.includes('node_modules/') && !file.startsWith('.tankard/')) {
      return { file, line: Number(line) };
    }
  }
  return undefined;
}

/** Node names the module when a named export is missing from a package, and not the importing line. */
function exportPlace(message: string, project: string, bundle: LoadBundle): Place | undefined {
  const specifier = /requested module '([^']+)'/.exec(message)?.[1];
  return specifier === undefined ? undefined : importPlace(specifier, project, bundle);
}

function importPlace(specifier: string, project: string, { sources }: LoadBundle): Place | undefined {
  for (const { path, source } of sources.values()) {
    const statement = parse(path, source).program.body.find(
      (node) =>
        'source' in node &&
        node.source !== null &&
        (node.source.value === specifier || node.source.value.startsWith(`${specifier}/`)),
    );
    if (statement)
      return { file: portable(relative(project, path)), line: linesOf(source).lineOf(statement.start) };
  }
  return undefined;
}
