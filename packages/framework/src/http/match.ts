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
   * The most specific route of a path: full matches before greedy ones, text before parameters, a method
   * before `ANY`. A route that has the path but not the method gives way to a less specific one.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
   */
  match(method: string, path: string): RouteMatch<R> | undefined;
  /** The methods that a path has, in the order of their routes; empty for an unknown path. */
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

/** How strictly a matcher reads a path. */
export interface MatcherOptions {
  /** A slash at a path's end makes it another path, as it does for an HTTP API; default: it makes no difference, as for a REST API. */
  readonly strictSlash?: boolean | undefined;
}

/** Builds a matcher. Of two routes with one method and shape the first wins; `describe` refuses such an app. */
export function createMatcher<R extends MatchableRoute>(
  routes: readonly R[],
  options: MatcherOptions = {},
): Matcher<R> {
  const root = emptyNode<R>();
  for (const route of routes) insert(root, route);
  /** The ends that fit a path, the most specific first: all that match in full come before the greedy ones. */
  const visit = <Found>(path: string, take: Take<R, Found>): Found | undefined => {
    const parts = partsOf(path, options.strictSlash === true);
    return parts && (fits(root, parts, [], false, take) ?? fits(root, parts, [], true, take));
  };

  return {
    match: (method, path) =>
      visit(path, (leaves, captures) => {
        const leaf = leaves.get(method) ?? leaves.get('ANY');
        return leaf && { route: leaf.route, params: named(leaf.names, captures) };
      }),
    methodsOf(path) {
      const methods = new Set<string>();
      visit(path, (leaves) => {
        for (const method of leaves.keys()) methods.add(method);
        return undefined;
      });
      return [...methods];
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

function partsOf(path: string, strictSlash: boolean): readonly string[] | undefined {
  if (path === '/') return [];
  if (!path.startsWith('/')) return undefined;
  const parts = path.slice(1).split('/');
  if (!strictSlash && parts.at(-1) === '') parts.pop();
  return parts;
}

/** Looks at ends that fit a path, with what their parameters capture; what it finds ends the search. */
type Take<R, Found> = (leaves: Leaves<R>, captures: readonly string[]) => Found | undefined;

function fits<R, Found>(
  node: Node<R>,
  rest: readonly string[],
  captures: readonly string[],
  greedy: boolean,
  take: Take<R, Found>,
): Found | undefined {
  const [part, ...after] = rest;
  if (part === undefined) return greedy ? undefined : take(node.ends, captures);
  const child = node.children.get(part);
  const found = child && fits(child, after, captures, greedy, take);
  if (found !== undefined || part === '') return found;
  return (
    (node.param && fits(node.param, after, [...captures, part], greedy, take)) ??
    (greedy ? take(node.greedy, [...captures, rest.join('/')]) : undefined)
  );
}

function named(names: readonly string[], captures: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name, index) => [name, captures[index] ?? '']));
}
