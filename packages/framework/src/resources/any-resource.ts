import type { Bucket } from './bucket.ts';
import type { Parameter } from './parameter.ts';
import type { Queue } from './queue.ts';
import type { Secret } from './secret.ts';
import type { Stream } from './stream.ts';
import type { Table } from './table.ts';
import type { Topic } from './topic.ts';

/** The handle of any resource that can be declared. */
export type AnyResource = Table | Bucket | Queue | Topic | Stream | Parameter | Secret;
