import type { AwsRequest, AwsResponse } from '../../endpoint/message.ts';
import { pass } from '../../endpoint/pass-on.ts';
import { operationOf } from '../../endpoint/service.ts';
import { Agent } from '../../node-http.ts';
import type { Emulator, EmulatorContext } from '../emulator.ts';
import type { StreamSources } from '../stream-source.ts';
import { fromEngineArns, toEngineArns } from './arns.ts';
import type { Call } from './ask.ts';
import type { DynamoDBEngine } from './engine.ts';
import { type EngineEnded, keepDynoxide } from './kept-engine.ts';
import { requestOf } from './own-request.ts';
import { createTableStreams } from './table-streams.ts';
import { startTimeToLive, type TimeToLive } from './time-to-live.ts';
import { createWriteLog } from './write-log.ts';
import { writtenItems } from './written-items.ts';

export interface DynamoDBOptions extends EmulatorContext {
  /** The address of another DynamoDB, such as DynamoDB Local, that is used in place of our own engine. */
  readonly url?: string | undefined;
  /** Told when our own engine has ended by itself. */
  readonly onEnded?: ((ended: EngineEnded) => void) | undefined;
}

/** DynamoDB and its streams, passed on to an engine. */
export interface DynamoDBEmulator extends Emulator {
  /** Calls an operation: `call('CreateTable', { … })`. */
  readonly call: Call;
  /** The tables' streams, by the tables' names. */
  readonly streams: StreamSources;
}

/** Operations that change what tables there are and how. */
const TABLE_CHANGES = new Set(['CreateTable', 'UpdateTable', 'DeleteTable', 'UpdateTimeToLive']);

/**
 * Passes requests to an engine as they are, but for the region in ARNs, and sees which write where. Another engine than our own
 * removes expired items itself, and may be written to behind our back.
 *
 * @throws TankardError LOCAL_DYNAMODB_MISSING, LOCAL_DYNAMODB_FAILED
 */
export async function startDynamoDB(options: DynamoDBOptions): Promise<DynamoDBEmulator> {
  const { url, region, time, onEnded = () => {} } = options;
  const engine: DynamoDBEngine = url
    ? { url: async () => url, close: async () => {} }
    : await keepDynoxide(options.folder, onEnded);
  const agent = new Agent({ keepAlive: true });
  const log = createWriteLog();
  const listeners: ((table: string) => void)[] = [];
  let timeToLive: TimeToLive | undefined;

  function changed(table: string): void {
    for (const listener of listeners) listener(table);
  }

  /** Passes a request on that counts as nobody's. */
  async function passOn(request: AwsRequest): Promise<AwsResponse> {
    const address = await engine.url();
    if (!engine.region) return pass(address, agent, request);
    const response = await pass(address, agent, {
      ...request,
      body: toEngineArns(request.body, engine.region),
    });
    const body = fromEngineArns(response.body, engine.region, region, options.account);
    if (body === response.body) return response;
    const { 'content-length': _, 'x-amz-crc32': __, ...headers } = response.headers;
    return { ...response, headers, body };
  }

  async function handle(request: AwsRequest): Promise<AwsResponse> {
    const operation = operationOf(request);
    if (TABLE_CHANGES.has(operation)) return changeTable(operation, request);
    const items = writtenItems(operation, request.body);
    if (items.length === 0) return passOn(request);
    const answered = log.begin(items, { invocation: request.caller?.invocation, time: time.now() });
    let made = false;
    try {
      const response = await passOn(request);
      made = response.status === 200;
      return response;
    } finally {
      answered(made);
      if (made) for (const table of new Set(items.map((one) => one.table))) changed(table);
    }
  }

  async function changeTable(operation: string, request: AwsRequest): Promise<AwsResponse> {
    const response = await passOn(request);
    if (response.status !== 200) return response;
    const { TableName: name, TimeToLiveSpecification: ttl } = JSON.parse(request.body.toString());
    const table = name.slice(name.indexOf('/') + 1);
    if (operation === 'UpdateTimeToLive') timeToLive?.set(table, ttl.Enabled ? ttl.AttributeName : undefined);
    if (operation === 'DeleteTable') timeToLive?.set(table, undefined);
    changed(table);
    return response;
  }

  const callAs =
    (send: (request: AwsRequest) => Promise<AwsResponse>): Call =>
    (operation, input) =>
      send(requestOf(operation, input, region));
  const call = callAs(passOn);
  if (!url) timeToLive = await startTimeToLive(call, time, changed);
  const streams = createTableStreams({
    call,
    log,
    time,
    region,
    isOwn: !url,
    expiryOf: (table) => timeToLive?.attributeOf(table),
    settle: async () => (await timeToLive?.settle()) ?? false,
    onChange: (listener) => void listeners.push(listener),
  });

  return {
    services: ['dynamodb'],
    handle,
    call: callAs(handle),
    streams,
    close: async () => {
      timeToLive?.stop();
      agent.destroy();
      await engine.close();
    },
  };
}
