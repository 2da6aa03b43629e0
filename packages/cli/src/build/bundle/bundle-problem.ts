import type { Problem } from '@tankard/framework/manifest';
import type { Message } from 'esbuild';
import { problem } from '../../errors/problem.ts';
import type { NativeDetail } from './native-plugin.ts';
import { SLICE_NAMESPACE } from './slice-plugin.ts';

/** Why a function's code could not be bundled. */
export function bundleProblem({ text, location, detail }: Message): Problem {
  const place = location ? { file: fileOf(location.file), line: location.line } : undefined;
  const native = (detail as Partial<NativeDetail> | undefined)?.native;
  if (native !== undefined) return nativeProblem(native, place);
  const missing = /^Could not resolve "(.+)"$/.exec(text)?.[1];
  if (missing !== undefined) {
    return problem('APP_IMPORT_MISSING', {
      message: `The package '${missing}' is imported and is not installed.`,
      place,
      remedy: 'Install it, or list it as `external` where it is there at run time.',
    });
  }
  return problem('BUNDLE_FAILED', {
    message: `The code cannot be bundled: ${text}.`,
    place,
    subject: location?.lineText.trim(),
    remedy: 'Mend the line; in a package, list the package as `external`, so that it is copied as it is.',
  });
}

function nativeProblem(path: string, place: Problem['place']): Problem {
  const name =
    /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)?.[1]?.replaceAll('\\', '/') ?? path;
  return problem('NATIVE_NOT_EXTERNAL', {
    message: `The package '${name}' brings the native file ${path.split(/[\\/]/).at(-1)}, which fits one platform and cannot be bundled.`,
    place,
    remedy: `Write \`external: ['${name}']\` for the function in tankard.config.ts: the package is then copied for Lambda's platform.`,
  });
}

function fileOf(file: string): string {
  return file.startsWith(`${SLICE_NAMESPACE}:`)
    ? file.slice(SLICE_NAMESPACE.length + 1, file.lastIndexOf('?'))
    : file;
}
