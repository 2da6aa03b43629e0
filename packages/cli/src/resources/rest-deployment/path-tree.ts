import { pascalCase, uniqueIds } from '../logical-id.ts';

/** One segment of some path: a resource of a REST API below its parent. */
export interface PathNode {
  /** `/users/{id}`. */
  readonly path: string;
  /** `/users`; the root is `/`. */
  readonly parent: string;
  /** `{id}`; `{path+}` takes the rest. */
  readonly part: string;
}

/** Every segment of the paths once, parents first. The root is not among them: each API has it. */
export function pathTree(paths: readonly string[]): readonly PathNode[] {
  const nodes = new Map<string, PathNode>();
  for (const path of paths) {
    let parent = '/';
    for (const part of path.split('/').filter((segment) => segment !== '')) {
      const own = parent === '/' ? `/${part}` : `${parent}/${part}`;
      nodes.set(own, { path: own, parent, part });
      parent = own;
    }
  }
  return [...nodes.values()];
}

/** The logical ids of the segments, by path. */
export function pathIds(prefix: string, nodes: readonly PathNode[]): ReadonlyMap<string, string> {
  return uniqueIds(new Map(nodes.map(({ path }) => [path, `${prefix}${pascalCase(path)}Resource`])));
}
