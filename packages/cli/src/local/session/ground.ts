import type { Problem } from '@tankard/framework/manifest';
import type { Graph } from '../../graph/node.ts';
import { makeResources } from '../app/make-resources.ts';
import type { LocalPlaces } from '../app/resolve-value.ts';
import type { Callers } from '../callers/callers.ts';
import type { Engines } from '../engines.ts';
import type { LocalTime } from '../time/local-time.ts';
import { type AppEvents, type AppEventsOptions, startAppEvents } from './app-events.ts';

/** What a running app stands on: the services that it uses, and what brings their events to its functions. */
export interface Ground {
  readonly time: LocalTime;
  readonly callers: Callers;
  /** What every SDK client needs to find the services. */
  readonly functionEnvironment: Readonly<Record<string, string>>;
  /**
   * Makes what the app declares; what is there keeps its data.
   *
   * @returns what is to be said of it.
   */
  make(graph: Graph, places: LocalPlaces): Promise<readonly Problem[]>;
  startEvents(options: Omit<AppEventsOptions, 'engines'>): AppEvents;
}

/** The services that come with tankard. */
export function ownGround(engines: Engines): Ground {
  const { time, callers, functionEnvironment } = engines;
  return {
    time,
    callers,
    functionEnvironment,
    make: (graph, places) => makeResources(graph, places, engines),
    startEvents: (options) => startAppEvents({ ...options, engines }),
  };
}
