import type { Node } from 'oxc-parser';
import type { LoadedApp } from '../load/loaded.ts';
import { parse } from '../source/parse.ts';
import type { FrameworkSdk } from './framework-sdks.ts';
import { partOf } from './shared-parts.ts';

/** The names that the project takes of what is shared, by what the imports say; `*` where all may be used. */
export type RequestedNames = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Reads which names the whole project imports from the SDK and the framework. Functions that use the
 * same modules share one file, which holds these names only: about 20 % less than a whole client.
 *
 * @param entries.sdks - what functions of the app get for the framework
 * @param entries.streams - whether any of them sends its answers as they are made
 */
export function requestedNames(
  { sources }: LoadedApp,
  { sdks, streams }: { readonly sdks: readonly FrameworkSdk[]; readonly streams: boolean },
): RequestedNames {
  // What the entries of functions take.
  const entry = ['lambdaHandler', ...sdks.map(({ takenBy }) => takenBy)];
  if (streams) entry.push('streamHandler');
  const names = new Map([['@tankard/framework/lambda', new Set(entry)]]);
  for (const sdk of sdks) names.set(sdk.package, new Set(sdk.names));
  const request = (specifier: string, name: string) => {
    if (!partOf(specifier)) return;
    const known = names.get(specifier) ?? new Set();
    names.set(specifier, known.add(name));
  };
  for (const { path, source } of sources.values()) {
    for (const node of parse(path, source).program.body) {
      if (node.type === 'ImportDeclaration' && node.importKind !== 'type') {
        for (const name of node.specifiers.flatMap(importedNames)) request(node.source.value, name);
      } else if (node.type === 'ExportNamedDeclaration' && node.source && node.exportKind !== 'type') {
        for (const { local } of node.specifiers) request(node.source.value, textOf(local));
      } else if (node.type === 'ExportAllDeclaration') {
        request(node.source.value, '*');
      }
    }
    for (const [, specifier = ''] of source.matchAll(/\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/g))
      request(specifier, '*');
  }
  return names;
}

function importedNames(
  specifier: Extract<Node, { type: 'ImportDeclaration' }>['specifiers'][number],
): readonly string[] {
  if (specifier.type !== 'ImportSpecifier') return ['*'];
  return specifier.importKind === 'type' ? [] : [textOf(specifier.imported)];
}

function textOf(node: Node): string {
  return node.type === 'Identifier' ? node.name : node.type === 'Literal' ? String(node.value) : '*';
}
