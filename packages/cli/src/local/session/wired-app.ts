import type { Manifest } from '@tankard/framework/manifest';
import type { Graph } from '../../graph/node.ts';
import { localSchedules } from '../app/local-schedules.ts';
import { nodesOf } from '../app/nodes-of.ts';
import { type LocalPlaces, resolveValue } from '../app/resolve-value.ts';
import type { LocalSchedule } from '../clock/local-schedule.ts';
import { nextTime } from '../clock/next-time.ts';

/** A handler whose events do not come by themselves here. */
export interface NotDelivered {
  readonly handler: string;
  /** `the times of cron(0 2 * * ? *)`. */
  readonly events: string;
}

/** What an app declares, as what brings its events reads it. */
export interface WiredApp {
  readonly manifest: Manifest;
  readonly graph: Graph;
  readonly places: LocalPlaces;
  readonly schedules: readonly LocalSchedule[];
  /** Those whose times can be computed here. */
  readonly clocked: readonly LocalSchedule[];
  /** The functions' names, by their ARNs. */
  readonly functionsByArn: ReadonlyMap<string, string>;
  readonly notDelivered: readonly NotDelivered[];
}

export function wireApp(manifest: Manifest, graph: Graph, places: LocalPlaces): WiredApp {
  const schedules = localSchedules(graph, places);
  const clocked = schedules.filter(isComputable);
  const arnOf = (id: `function:${string}`) =>
    String(resolveValue({ $ref: id, attribute: 'arn' }, graph, places));
  return {
    manifest,
    graph,
    places,
    schedules,
    clocked,
    functionsByArn: new Map(nodesOf(graph, 'function').map(({ name }) => [arnOf(`function:${name}`), name])),
    notDelivered: schedules.filter((one) => !clocked.includes(one)).map(unclocked),
  };
}

function isComputable({ expression, timezone }: LocalSchedule): boolean {
  try {
    nextTime(expression, timezone, new Date(), new Date());
    return true;
  } catch {
    return false;
  }
}

const unclocked = ({ name, expression }: LocalSchedule): NotDelivered => ({
  handler: name,
  events: `the times of ${expression}`,
});
