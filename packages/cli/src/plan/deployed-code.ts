import type { NodeId } from '../resources/value.ts';
import { readJournal } from '../state/journal.ts';
import type { StateStore } from '../state/store.ts';
import { releasesIn } from './release.ts';

/** Which code a function had at a time: its digest, or nothing where that is not known. */
export type DeployedCode = (functionName: string, time: number) => string | undefined;

/**
 * Reads from the record which code was in AWS when. Since the last deploy began it is what its steps left there, even
 * where it failed half-way or went back; before that what the deploys before it had brought.
 */
export async function deployedCode(store: StateStore): Promise<DeployedCode> {
  const recorded = await readJournal(store);
  const releases = await releasesIn(store.files);
  const resources = [...(recorded?.resources.values() ?? [])];
  return (functionName, time) => {
    const id: NodeId = `function:${functionName}`;
    const last = recorded?.deploy;
    if (last && time >= Date.parse(last.at)) {
      return resources.find((one) => one.id === id)?.made?.facts?.digest;
    }
    const node = releases.find(({ at }) => Date.parse(at) <= time)?.nodes.find((one) => one.id === id);
    return node?.kind === 'function' ? node.model.code.digest : undefined;
  };
}
