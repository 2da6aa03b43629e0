import { type Node, visitorKeys } from 'oxc-parser';

/** Called before a node's children, with the nodes that enclose it, outermost first; what gives `false` has its children left out. */
export type Visit = (node: Node, ancestors: readonly Node[]) => unknown;

/** Visits a node and everything below it in the order of the source. */
export function walk(root: Node, visit: Visit): void {
  step(root, visit, []);
}

function step(node: Node, visit: Visit, ancestors: Node[]): void {
  if (visit(node, ancestors) === false) return;
  ancestors.push(node);
  for (const child of childrenOf(node)) step(child, visit, ancestors);
  ancestors.pop();
}

/** The nodes directly below one. */
export function* childrenOf(node: Node): Generator<Node> {
  const fields = node as unknown as Readonly<Record<string, unknown>>;
  for (const key of visitorKeys[node.type] ?? []) {
    const value = fields[key];
    if (Array.isArray(value)) yield* value.filter(isNode);
    else if (isNode(value)) yield value;
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
