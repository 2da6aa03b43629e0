import type { HttpMethod } from '../manifest/types.ts';
import { segmentsOf } from './pattern.ts';

/** A route as a matcher takes it. */
export interface MatchableRoute {
  readonly method: HttpMethod;
  readonly path: string;
}

/** The route that serves a path, and what its parameters captured, as it stands in the path. */
export interface RouteMatch<R> {
  readonly route: R;
  readonly params: Readonly<Record<string, string>>;
}

/** Routes, arranged so that finding one takes time by the path's length and not by their number. */
export interface Matcher<R> {
  /**
   * The most specific route of a path: text before a parameter before a greedy one, part by part, and a
   * method before `ANY`. A route that has the path but not the method gives way to a less specific one.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
   */
  match(method: string, path: string): RouteMatch<R> | undefined;
  /** The methods that a path has, sorted; empty for an unknown path. */
  methodsOf(path: string): readonly string[];
}

interface Leaf<R> {
  readonly route: R;
  readonly names: readonly string[];
}
type Leaves<R> = Map<string, Leaf<R>>;
interface Node<R> {
  readonly children: Map<string, Node<R>>;
  param?: Node<R>;
  readonly ends: Leaves<R>;
  readonly greedy: Leaves<R>;
}

/** Builds a matcher. Of two routes with one method and shape the first wins; `describe` refuses such an app. */
export function createMatcher<R extends MatchableRoute>(routes: readonly R[]): Matcher<R> {
  const root = emptyNode<R>();
  for (const route of routes) insert(root, route);

  return {
    match(method, path) {
      const found: { leaf?: Leaf<R>; captures?: readonly string[] } = {};
      walk(root, partsOf(path), 0, [], (leaves, captures) => {
        const leaf = leaves.get(method) ?? leaves.get('ANY');
        if (!leaf) return false;
        Object.assign(found, { leaf, captures });
        return true;
      });
      return found.leaf && { route: found.leaf.route, params: named(found.leaf.names, found.captures ?? []) };
    },
    methodsOf(path) {
      const methods = new Set<string>();
      walk(root, partsOf(path), 0, [], (leaves) => {
        for (const method of leaves.keys()) methods.add(method);
        return false;
      });
      return [...methods].sort();
    },
  };
}

function emptyNode<R>(): Node<R> {
  return { children: new Map(), ends: new Map(), greedy: new Map() };
}

function insert<R extends MatchableRoute>(root: Node<R>, route: R): void {
  let node = root;
  const names: string[] = [];
  let leaves = node.ends;
  for (const segment of segmentsOf(route.path)) {
    if (segment.kind === 'static') {
      node = childOf(node, segment.text);
    } else {
      names.push(segment.name);
      if (segment.kind === 'param') {
        node.param ??= emptyNode();
        node = node.param;
      }
    }
    leaves = segment.kind === 'greedy' ? node.greedy : node.ends;
  }
  if (!leaves.has(route.method)) leaves.set(route.method, { route, names });
}

function childOf<R>(node: Node<R>, text: string): Node<R> {
  const known = node.children.get(text);
  if (known) return known;
  const made = emptyNode<R>();
  node.children.set(text, made);
  return made;
}

/** Parts of a called path. One slash at its end makes no difference. */
function partsOf(path: string): readonly string[] | undefined {
  if (!path.startsWith('/')) return undefined;
  const parts = path.slice(1).split('/');
  if (parts.at(-1) === '') parts.pop();
  return parts;
}

/** Visits the ends that fit, the most specific first, until one is taken. */
function walk<R>(
  node: Node<R>,
  parts: readonly string[] | undefined,
  at: number,
  captures: readonly string[],
  take: (leaves: Leaves<R>, captures: readonly string[]) => boolean,
): boolean {
  if (!parts) return false;
  const part = parts[at];
  if (part === undefined) return node.ends.size > 0 && take(node.ends, captures);
  const child = node.children.get(part);
  if (child && walk(child, parts, at + 1, captures, take)) return true;
  if (part === '') return false;
  if (node.param && walk(node.param, parts, at + 1, [...captures, part], take)) return true;
  return node.greedy.size > 0 && take(node.greedy, [...captures, parts.slice(at).join('/')]);
}

function named(names: readonly string[], captures: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name, index) => [name, captures[index] ?? '']));
}
