import { join } from 'node:path';
import { streamFilter, tableFilter } from '../../patterns/filter-criteria.ts';
import type { WiredApp } from '../../session/wired-app.ts';
import type { AppDelivery, DeliveryContext } from '../all-deliveries.ts';
import type { EventMatcher, StreamMapping } from './mapping.ts';
import { createMappingPoller, type MappingPoller } from './mapping-poller.ts';
import { positionFile } from './positions.ts';
import { streamMappings } from './stream-mappings.ts';

/** Brings the records of tables' streams and of Kinesis streams to functions. */
export function createStreamDelivery(context: DeliveryContext): AppDelivery {
  const { engines, invoke, tell } = context;
  const sources = engines.streams;
  const pollers = new Map<string, MappingPoller>();
  /** Mappings that are gone, or changed, and finish what they are at. */
  const ending = new Map<string, Promise<void>>();

  for (const [name, source] of Object.entries(sources)) {
    source.onChange((stream) => {
      for (const poller of pollers.values()) {
        if (poller.mapping.source === name && poller.mapping.stream === stream) poller.wake();
      }
    });
  }

  function start(mapping: StreamMapping): void {
    // The one before it may still be at a batch, and has the position.
    const before = ending.get(mapping.name) ?? Promise.resolve();
    const { source, filters, stream } = mapping;
    const poller = createMappingPoller({
      mapping,
      matches: (source === 'dynamodb' ? tableFilter(filters) : streamFilter(filters)) as EventMatcher,
      open: () => before.then(() => sources[source].open(stream)),
      positions: positionFile(join(engines.data, 'mappings'), mapping.name),
      time: engines.time,
      targets: engines.targets,
      invoke,
      tell,
    });
    pollers.set(mapping.name, poller);
  }

  function end(poller: MappingPoller): void {
    const { name } = poller.mapping;
    pollers.delete(name);
    const ended = Promise.all([ending.get(name), poller.close()]).then(() => {
      if (ending.get(name) === ended) ending.delete(name);
    });
    ending.set(name, ended);
  }

  return {
    update({ graph, places }: WiredApp) {
      const wanted = streamMappings(graph, places);
      for (const poller of [...pollers.values()]) {
        const now = wanted.find(({ name }) => name === poller.mapping.name);
        if (JSON.stringify(now) === JSON.stringify(poller.mapping)) poller.resume();
        else end(poller);
      }
      for (const mapping of wanted) if (!pollers.has(mapping.name)) start(mapping);
    },
    async settle() {
      const due = await Promise.all(Object.values(sources).map((source) => source.settle()));
      const worked = await Promise.all([...pollers.values()].map((poller) => poller.settle()));
      return [...due, ...worked].includes(true);
    },
    async close() {
      await Promise.all([...[...pollers.values()].map((poller) => poller.close()), ...ending.values()]);
    },
  };
}
