import { join } from 'node:path';
import { build } from 'esbuild';

/** A program as a page of the web gets it, and the files that its code comes from. */
export interface Bundled {
  readonly text: string;
  /** From the workspace's folder. */
  readonly files: readonly string[];
}

/**
 * Makes one script for browsers of a module.
 *
 * @param global the name under which the page finds what it exports
 */
export async function bundled(entry: string, global: string): Promise<Bundled> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: global,
    platform: 'browser',
    write: false,
    metafile: true,
    absWorkingDir: join(import.meta.dirname, '..', '..'),
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const files = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file);
  return { text: outputFiles[0]?.text ?? '', files: files.toSorted() };
}
