import type { Node } from 'oxc-parser';
import type { LoadedApp } from '../load/loaded.ts';
import type { Slice, SlicedFile } from '../slice/slice.ts';
import { parse } from '../source/parse.ts';
import { walk } from '../source/walk.ts';

/** CommonJS, which Node starts faster, unless the code uses what only ESM has: a top-level `await`, `import.meta`. */
export function formatOf(slice: Slice, loaded: LoadedApp): 'cjs' | 'esm' {
  for (const file of slice.files.values()) {
    if (loaded.sources.has(file.path) && esmOnly(file).some(({ start }) => !isCut(file, start))) return 'esm';
  }
  return 'cjs';
}

const known = new WeakMap<object, readonly Node[]>();

function esmOnly({ path, source }: SlicedFile): readonly Node[] {
  if (!source.includes('await') && !source.includes('import.meta')) return [];
  const { program } = parse(path, source);
  const found = known.get(program) ?? find(program);
  known.set(program, found);
  return found;
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
