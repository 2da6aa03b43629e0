import type { Node } from 'oxc-parser';
import type { LoadedApp } from '../load/loaded.ts';
import type { Slice, SlicedFile } from '../slice/slice.ts';
import { ownLocations } from '../source/own-location.ts';
import { type Parsed, parse } from '../source/parse.ts';
import { walk } from '../source/walk.ts';

/** CommonJS, which Node starts faster, unless the code uses what only ESM has: a top-level `await`, its own path. */
export function formatOf(slice: Slice, loaded: LoadedApp): 'cjs' | 'esm' {
  for (const file of slice.files.values()) {
    if (loaded.sources.has(file.path) && esmOnly(file).some(({ start }) => !isCut(file, start))) return 'esm';
  }
  return 'cjs';
}

interface Found {
  readonly start: number;
}

const known = new WeakMap<Parsed, readonly Found[]>();

function esmOnly({ path, source }: SlicedFile): readonly Found[] {
  const parsed = parse(path, source);
  const found = known.get(parsed) ?? esmOnlyIn(parsed);
  known.set(parsed, found);
  return found;
}

function esmOnlyIn(parsed: Parsed): readonly Found[] {
  if (!/await|import\.meta|__(dir|file)name/.test(parsed.source)) return [];
  return [...find(parsed.program), ...ownLocations(parsed)];
}

function find(program: Node): readonly Node[] {
  const found: Node[] = [];
  walk(program, (node, ancestors) => {
    if (node.type === 'MetaProperty' && node.meta.name === 'import') found.push(node);
    const waits = node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await);
    if (waits && !ancestors.some(({ type }) => /Function/.test(type))) found.push(node);
  });
  return found;
}

function isCut({ cuts }: SlicedFile, offset: number): boolean {
  return cuts.some(({ start, end }) => start <= offset && offset < end);
}
