import { Bucket } from './bucket.ts';
import { Parameter } from './parameter.ts';
import { Queue } from './queue.ts';
import { Secret } from './secret.ts';
import { Stream } from './stream.ts';
import { Table } from './table.ts';
import { Topic } from './topic.ts';

/** The handle of each kind of resource, by the method that declares it. */
export const kinds = {
  table: Table,
  bucket: Bucket,
  queue: Queue,
  topic: Topic,
  stream: Stream,
  parameter: Parameter,
  secret: Secret,
};
