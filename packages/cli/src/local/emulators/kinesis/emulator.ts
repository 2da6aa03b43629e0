import { randomUUID } from 'node:crypto';
import type { AwsRequest, AwsResponse } from '../../endpoint/message.ts';
import { jsonRefusal } from '../../endpoint/refusal.ts';
import type { Emulator, EmulatorContext } from '../emulator.ts';
import type { StreamSources } from '../stream-source.ts';
import { KinesisError } from './error.ts';
import type { Operation } from './operations/operation.ts';
import * as put from './operations/put.ts';
import * as reading from './operations/read.ts';
import * as streams from './operations/streams.ts';
import * as tags from './operations/tags.ts';
import { kinesisSources } from './source.ts';
import { StreamStore } from './stream-store.ts';

/** Kinesis Data Streams on files, with the operations listed here. */
export interface KinesisEmulator extends Emulator {
  /** Makes a stream, or gives the one of the name so many shards; without a number it is on demand. */
  ensure(name: string, shards?: number): void;
  readonly streams: StreamSources;
}

const OPERATIONS: Readonly<Record<string, Operation>> = {
  AddTagsToStream: tags.addTags,
  CreateStream: streams.createStream,
  DecreaseStreamRetentionPeriod: streams.decreaseRetention,
  DeleteStream: streams.deleteStream,
  DescribeStream: streams.describeStream,
  DescribeStreamSummary: streams.describeStreamSummary,
  GetRecords: reading.getRecords,
  GetShardIterator: reading.getShardIterator,
  IncreaseStreamRetentionPeriod: streams.increaseRetention,
  ListShards: streams.listShards,
  ListStreams: streams.listStreams,
  ListTagsForResource: tags.listTags,
  ListTagsForStream: tags.listTags,
  PutRecord: put.putRecord,
  PutRecords: put.putRecords,
  RemoveTagsFromStream: tags.removeTags,
  TagResource: tags.addTags,
  UntagResource: tags.removeTags,
  UpdateShardCount: streams.updateShardCount,
};

export async function startKinesis(context: EmulatorContext): Promise<KinesisEmulator> {
  const { region, time } = context;
  const store = new StreamStore(context);
  const listeners: ((name: string) => void)[] = [];

  function changed(name: string): void {
    for (const listener of listeners) listener(name);
  }

  function answer(request: AwsRequest): AwsResponse {
    const name = request.headers['x-amz-target']?.split('.')[1] ?? '';
    const operation = OPERATIONS[name];
    const type = request.headers['content-type'] ?? '';
    if (type.startsWith('application/x-amz-cbor'))
      throw notThere('the CBOR protocol: set AWS_CBOR_DISABLE=true');
    if (!operation) throw notThere(`the operation ${name}`);
    const invocation = request.caller?.invocation;
    const after = invocation === undefined ? [] : [invocation];
    const input = JSON.parse(request.body.toString() || '{}');
    const output = operation({ store, now: time.now(), after, changed }, input);
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() };
    return { status: 200, headers, body: JSON.stringify(output) };
  }

  return {
    services: ['kinesis'],
    async handle(request) {
      try {
        return answer(request);
      } catch (error) {
        if (!(error instanceof KinesisError)) throw error;
        return jsonRefusal({ code: error.code, message: error.message, status: 400 });
      }
    },
    ensure(name, shards) {
      const stream = store.find(name) ?? store.create({ name, shards });
      if (shards !== undefined && stream.openShards.length !== shards) stream.reshard(shards, time.now());
      changed(name);
    },
    streams: kinesisSources({
      store,
      region,
      now: time.now,
      onChange: (listener) => void listeners.push(listener),
    }),
    close: async () => store.close(),
  };
}

const notThere = (what: string): KinesisError =>
  new KinesisError('UnknownOperationException', `tankard local's Kinesis does not have ${what}.`);
