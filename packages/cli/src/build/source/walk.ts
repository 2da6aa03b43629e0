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
  const fields = node as unknown as Readonly<Record<string, unknown>>;
  // Every file is walked three times: a generator of the children takes twice as long.
  for (const key of visitorKeys[node.type] ?? []) {
    const value = fields[key];
    if (isNode(value)) step(value, visit, ancestors);
    else if (Array.isArray(value)) for (const one of value) if (isNode(one)) step(one, visit, ancestors);
  }
  ancestors.pop();
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
