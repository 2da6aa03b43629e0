import type { Graph } from '../../graph/node.ts';
import type { SnsEmulator } from '../emulators/sns/emulator.ts';
import { existingArns } from './existing-arns.ts';
import { nodesOf } from './nodes-of.ts';
import { type LocalPlaces, resolveValue } from './resolve-value.ts';

/** Makes the topics of the app that are not there yet, those included that it says to exist already. */
export function makeTopics(graph: Graph, places: LocalPlaces, sns: SnsEmulator): void {
  for (const arn of existingArns(graph, 'topic', places)) sns.ensureTopic(arn);
  for (const { id, name } of nodesOf(graph, 'topic'))
    sns.ensureTopic(String(resolveValue({ $ref: id, attribute: 'arn' }, graph, places)), name);
}
