import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import type { ResolvedConfig } from '../../config/resolved.ts';
import type { BuiltApp, BuiltFunction } from '../bundle/built-function.ts';
import { bundleApp } from '../bundle/bundle-app.ts';
import { loadApp } from '../load/load-app.ts';
import { sliceApp } from '../slice/slice-app.ts';

/** Loads, slices and bundles a project; its functions by name. */
export async function buildAll(config: ResolvedConfig): Promise<ReadonlyMap<string, BuiltFunction>> {
  const { functions } = await buildApp(config);
  return new Map(functions.map((one) => [one.function, one]));
}

/** Loads, slices and bundles a project. */
export async function buildApp(config: ResolvedConfig): Promise<BuiltApp> {
  const loaded = await loadApp(config);
  return bundleApp(loaded, sliceApp(loaded), config);
}

/** One function of {@link buildAll}'s answer. */
export function only(built: ReadonlyMap<string, BuiltFunction>, name: string): BuiltFunction {
  const found = built.get(name);
  if (!found) throw new Error(`There is no function ${name}, but ${[...built.keys()].join(', ')}.`);
  return found;
}

/** The text of one file of a function. */
export function textOf({ entries }: BuiltFunction, name: string): string {
  return Buffer.from(entries.find((entry) => entry.name === name)?.content ?? []).toString();
}

/** What a bundle exports. */
interface Bundle {
  readonly handler: (event: unknown, context: unknown) => Promise<unknown>;
}

/** Lays a function out as {@link laidOut} does, and calls it. */
export async function call(built: BuiltFunction, event: unknown = {}): Promise<unknown> {
  return (await laidOut(built))(event);
}

/** Lays a function out in a folder as Lambda does, far from any installed package; what is given calls it. */
export async function laidOut(built: BuiltFunction): Promise<(event: unknown) => Promise<unknown>> {
  const folder = await mkdtemp(join(tmpdir(), 'tankard-task-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const { name, content, mode } of built.entries) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content, { mode });
  }
  const file = built.format === 'esm' ? 'index.mjs' : 'index.js';
  const bundle: Bundle = await import(pathToFileURL(join(folder, file)).href);
  return (event) => bundle.handler(event, { awsRequestId: 'request' });
}
