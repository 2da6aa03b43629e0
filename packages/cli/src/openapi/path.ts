import type { RouteTrigger } from '@tankard/framework/manifest';

export interface PathParameter {
  /** As the route has it. */
  readonly name: string;
  /** As the document has it. */
  readonly shown: string;
  /** It takes the whole rest of the path. */
  readonly greedy: boolean;
}

export interface DocumentPath {
  /** `/files/{path}` */
  readonly text: string;
  readonly parameters: readonly PathParameter[];
}

/** How the document writes the path of a route. */
export type PathOf = (route: Pick<RouteTrigger, 'path'>) => DocumentPath;

const PARAMETER = /\{([^{}+]+)(\+?)\}/g;

/**
 * A document takes two paths for one that differ in nothing but the names of their parameters, so that the first route's names stand for all.
 */
export function createPaths(): PathOf {
  const firsts = new Map<string, readonly string[]>();
  return ({ path }) => {
    const own = [...path.matchAll(PARAMETER)].map(([, name = '', plus]) => ({ name, greedy: plus === '+' }));
    const shape = path.replaceAll(PARAMETER, '{}');
    const shown = firsts.get(shape) ?? own.map(({ name }) => name);
    firsts.set(shape, shown);
    const parameters = own.map((one, index) => ({ ...one, shown: shown[index] ?? one.name }));
    const names = shown.values();
    return { text: path.replaceAll(PARAMETER, () => `{${names.next().value}}`), parameters };
  };
}
