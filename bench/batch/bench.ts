import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled } from '../handlers/bundled.ts';
import { type Entrant, inTurns, timesAsLong } from '../handlers/in-turns.ts';
import { PEERS, versionsOf } from '../handlers/versions.ts';
import { type BenchResult, median } from '../result.ts';
import { batchContenders, byHand, byUtility } from './contenders.ts';
import { type TaskName, tasks } from './tasks.ts';

const ROUNDS = 5;

/** Handles batches of queues and streams, beside handlers by hand and what others bring. */
export async function bench(): Promise<BenchResult> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'tankard-batch-'));
  try {
    const entrants: Entrant[] = [];
    for (const contender of batchContenders) {
      const { file } = await bundled(join(folder, contender.name), contender, 1);
      for (const task of contender.of) entrants.push({ name: contender.name, task, file, ...tasks[task] });
    }
    const turns = await inTurns(entrants, ROUNDS);
    const columns = Object.keys(tasks) as TaskName[];
    const cell = (name: string, task: TaskName) => {
      const floor = (byHand.of.includes(task) ? byHand : byUtility).name;
      const times = timesAsLong(turns, { name, task }, { name: floor, task });
      if (Number.isNaN(times)) return '–';
      if (name !== floor) return times.toFixed(2);
      const own = turns.filter((turn) => turn.name === name && turn.task === task);
      return `1.00 (${(median(own.map(({ nanoseconds }) => nanoseconds)) / 1000).toFixed(1)} µs)`;
    };
    return {
      title: 'Handling a batch',
      about: `A handler in a process that is warm, called with a batch of which each record is handled and those that failed are told. The bodies of messages are JSON; the messages of a batch are handled at once, the records of a stream one after another, with their new images of 8 attributes, 25 values, as plain values. What fails is logged as a line of JSON, which is made and thrown away. The floor is by hand: for messages without a library, for images with \`@aws-sdk/util-dynamodb\`. Counted as for [requests](#answering-a-request), ${ROUNDS} rounds.`,
      columns: ['', ...columns],
      rows: batchContenders.map(({ name }) => [name, ...columns.map((task) => cell(name, task))]),
      versions: versionsOf([...PEERS.batch, '@aws-sdk/util-dynamodb']),
      runs: turns,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
