import type { AnyNode, Node } from '../graph/node.ts';
import type { StateFiles } from '../state/store.ts';
import { mapName } from './code-maps.ts';
import type { WantedStep } from './plan.ts';
import { type PermissionNode, permissionNodes } from './release-permissions.ts';

/** The functions of one deploy as they were, so that they can be brought back. */
export interface Release {
  /** The deploy's number. */
  readonly number: number;
  /** ISO 8601. */
  readonly at: string;
  /**
   * Functions and what they may do, with everything known that they refer to, but for the layers and roles, which
   * stand beside them.
   */
  readonly nodes: readonly AnyNode[];
}

/** Deploys whose functions are kept: the one that serves, and those that one may go back to. */
const KEPT = 5;

const releaseName = (number: number): string => `release-${number}.json`;
const codeName = (digest: string): string => `code-${digest}.zip`;

/** A node with code. */
type CodeNode = Node<'function'> | Node<'layer'>;

/**
 * Keeps the functions of a deploy and their code beside the journal, and drops those of long ago with their source maps.
 *
 * @param models the functions' models with everything known, by node.
 */
export async function saveRelease(
  { number, at }: Pick<Release, 'number' | 'at'>,
  steps: readonly { readonly step: WantedStep; readonly model: unknown }[],
  files: StateFiles,
  zip: (name: string) => Promise<Uint8Array>,
): Promise<void> {
  const stored = new Set(await files.names());
  const nodes: AnyNode[] = [];
  for (const { step, model } of steps) {
    const { node } = step;
    if (!hasCode(node)) continue;
    const { zip: file, digest } = codeOf(node);
    const kept = codeName(digest);
    if (!stored.has(kept)) await files.write(kept, await zip(file));
    nodes.push(frozen(node, model, step.after, kept));
  }
  for (const node of permissionNodes(steps.map(({ step }) => step.node))) {
    nodes.push(frozenPermission(node, steps.find(({ step }) => step.node === node)?.model));
  }
  const release: Release = { number, at, nodes };
  await files.write(releaseName(number), Buffer.from(JSON.stringify(release)));
  await dropOld(files);
}

/** The releases that are kept, the newest first. */
export async function releasesIn(files: StateFiles): Promise<readonly Release[]> {
  const names = (await files.names()).filter((name) => /^release-\d+\.json$/.test(name));
  const texts = await Promise.all(names.map((name) => files.read(name)));
  return texts
    .flatMap((bytes) => (bytes ? [JSON.parse(Buffer.from(bytes).toString('utf8')) as Release] : []))
    .sort((a, b) => b.number - a.number);
}

function hasCode(node: AnyNode): node is CodeNode {
  return node.kind === 'function' || node.kind === 'layer';
}

function codeOf(node: CodeNode): { readonly zip: string; readonly digest: string } {
  return node.kind === 'function' ? node.model.code : node.model;
}

/** What is kept of a node beside the release, by name. */
function filesOf(node: CodeNode): readonly string[] {
  const { zip, digest } = codeOf(node);
  return node.kind === 'function' ? [zip, mapName(node.name, digest)] : [zip];
}

/** The node by itself: it needs nothing that a later app may no longer have. */
function frozen(node: CodeNode, model: unknown, after: AnyNode['dependsOn'], zip: string): AnyNode {
  if (node.kind === 'layer') return { ...node, model: { ...node.model, zip } };
  const known = model as Node<'function'>['model'];
  const { code, layers, role } = node.model;
  return { ...node, dependsOn: after, model: { ...known, code: { ...code, zip }, layers, role } };
}

function frozenPermission(node: PermissionNode, model: unknown): AnyNode {
  const known = model as PermissionNode['model'];
  const role = node.kind === 'policy' && { role: node.model.role };
  return { ...node, dependsOn: [], model: { ...known, ...role } } as AnyNode;
}

async function dropOld(files: StateFiles): Promise<void> {
  const releases = await releasesIn(files);
  const kept = releases.slice(0, KEPT);
  for (const { number } of releases.slice(KEPT)) await files.remove(releaseName(number));
  const used = new Set(kept.flatMap(({ nodes }) => nodes.filter(hasCode).flatMap(filesOf)));
  for (const name of await files.names()) {
    if (/^(code|map)-/.test(name) && !used.has(name)) await files.remove(name);
  }
}
