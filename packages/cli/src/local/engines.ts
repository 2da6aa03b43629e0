import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '@tankard/framework/manifest';
import type { TableModel } from '../resources/table/model.ts';
import { type Callers, createCallers } from './callers/callers.ts';
import { createTable } from './emulators/dynamodb/create-table.ts';
import { startDynamoDB } from './emulators/dynamodb/emulator.ts';
import type { EngineEnded } from './emulators/dynamodb/kept-engine.ts';
import type { Emulator } from './emulators/emulator.ts';
import { type EventBridgeEmulator, startEventBridge } from './emulators/events/emulator.ts';
import { type KinesisEmulator, startKinesis } from './emulators/kinesis/emulator.ts';
import { type LambdaEmulator, startLambda } from './emulators/lambda/emulator.ts';
import type { ObjectChange } from './emulators/s3/change.ts';
import { type S3Emulator, startS3 } from './emulators/s3/emulator.ts';
import { type SchedulerEmulator, startScheduler } from './emulators/scheduler/emulator.ts';
import { type SecretsManagerEmulator, startSecretsManager } from './emulators/secrets-manager/emulator.ts';
import { startSes } from './emulators/ses/emulator.ts';
import type { Mail } from './emulators/ses/mail.ts';
import { type SnsEmulator, startSns } from './emulators/sns/emulator.ts';
import { type SqsEmulator, startSqs } from './emulators/sqs/emulator.ts';
import type { StreamSources } from './emulators/stream-source.ts';
import { type StsEmulator, startSts } from './emulators/sts/emulator.ts';
import { startWebsockets, type WebsocketEmulator } from './emulators/websockets/emulator.ts';
import type { AwsRequest, AwsResponse } from './endpoint/message.ts';
import { startEndpoint } from './endpoint/server.ts';
import type { Guard } from './permissions/guard.ts';
import { createTargets, type Targets } from './targets/targets.ts';
import { createLocalTime, type LocalTime } from './time/local-time.ts';

/** The account that local ARNs name. */
export const LOCAL_ACCOUNT = '000000000000';

export interface EnginesOptions {
  /** The first port that is tried for the endpoint; the next free one is taken. Default 0: any. */
  readonly port?: number | undefined;
  /** Where the data is kept. Without: a new folder, which is removed when the engines close. */
  readonly data?: string | undefined;
  /** Default `us-east-1`. */
  readonly region?: string | undefined;
  /** The address of another DynamoDB in place of the one that comes with tankard; default `TANKARD_DYNAMODB_URL`. */
  readonly dynamodb?: string | undefined;
  /** Told when the DynamoDB engine that comes with tankard has ended by itself; it is started again a few times. */
  readonly onDynamoDBEnded?: ((ended: EngineEnded) => void) | undefined;
  /** Texts of secrets, by the name that the app or AWS has for them. */
  readonly secrets?: Readonly<Record<string, string>> | undefined;
  /** Told of something that could not be handed over, and is lost: `event Shipped by the rule Orders`. */
  readonly onUndelivered?: ((what: string, why: string) => void) | undefined;
  /** Refuses requests that are not allowed; without, all are. */
  readonly guard?: Guard | undefined;
  /** Answers the control requests of our own commands. */
  readonly control?: ((request: AwsRequest) => Promise<AwsResponse>) | undefined;
}

/** AWS's services behind one loopback endpoint. */
export interface Engines {
  readonly port: number;
  /** `http://127.0.0.1:4566`. */
  readonly endpoint: string;
  /** What an SDK needs to find the endpoint: `AWS_ENDPOINT_URL`, `AWS_REGION` and credentials that no engine checks. */
  readonly environment: Readonly<Record<string, string>>;
  /** The same for a function, whose every process has credentials of its own. */
  readonly functionEnvironment: Readonly<Record<string, string>>;
  /** The folder that everything is kept in. */
  readonly data: string;
  readonly time: LocalTime;
  readonly callers: Callers;
  readonly targets: Targets;
  readonly eventBridge: EventBridgeEmulator;
  readonly scheduler: SchedulerEmulator;
  readonly s3: S3Emulator;
  readonly lambda: LambdaEmulator;
  readonly secretsManager: SecretsManagerEmulator;
  readonly sts: StsEmulator;
  readonly websockets: WebsocketEmulator;
  /** The streams whose records functions get. */
  readonly streams: { readonly dynamodb: StreamSources; readonly kinesis: StreamSources };
  readonly kinesis: KinesisEmulator;
  /** Makes a table; one of the name keeps its data and gets what it lacks. Gives what is to be said of it. */
  createTable(table: TableModel): Promise<readonly Problem[]>;
  /** Makes a bucket unless there is one of the name. */
  createBucket(name: string): Promise<void>;
  /** The mails sent so far, oldest first. */
  mails(): Promise<readonly Mail[]>;
  onMail(listener: (mail: Mail) => void): void;
  onObjectChange(listener: (change: ObjectChange) => void): void;
  readonly sns: SnsEmulator;
  readonly sqs: SqsEmulator;
  /** Stops the endpoint and every engine. */
  close(): Promise<void>;
}

/**
 * Starts the engines alone, with no app: for tests that call handlers themselves. Set `environment` before
 * the code under test makes its SDK clients.
 *
 * @throws TankardError LOCAL_DYNAMODB_MISSING, LOCAL_DYNAMODB_FAILED, LOCAL_PORT_UNUSABLE
 *
 * @example
 * const engines = await startEngines();
 * Object.assign(process.env, engines.environment);
 * await engines.createBucket('messages');
 */
export async function startEngines(options: EnginesOptions = {}): Promise<Engines> {
  const region = options.region ?? 'us-east-1';
  const data = options.data ?? (await mkdtemp(join(tmpdir(), 'tankard-local-')));
  const time = createLocalTime();
  const callers = createCallers();
  const targets = createTargets();
  const context = (name: string) => {
    const folder = join(data, name);
    mkdirSync(folder, { recursive: true });
    return {
      folder,
      region,
      account: LOCAL_ACCOUNT,
      time,
      targets,
      undelivered: (what: string, why: unknown) =>
        options.onUndelivered?.(what, why instanceof Error ? why.message : String(why)),
    };
  };
  const url = options.dynamodb ?? process.env.TANKARD_DYNAMODB_URL;
  const [dynamodb, s3, ses, sns, sqs, eventBridge, scheduler, kinesis, lambda] = await Promise.all([
    startDynamoDB({ ...context('dynamodb'), url, onEnded: options.onDynamoDBEnded }),
    startS3(context('s3')),
    startSes(context('mail')),
    startSns(context('sns')),
    startSqs(context('sqs')),
    startEventBridge(context('events')),
    startScheduler(context('scheduler')),
    startKinesis(context('kinesis')),
    startLambda(context('lambda')),
  ]);
  const secretsManager = startSecretsManager(context('secrets'), options.secrets ?? {});
  const sts = startSts(context('sts'));
  const websockets = startWebsockets({ time });
  const emulators: readonly Emulator[] = [
    dynamodb,
    s3,
    ses,
    sns,
    sqs,
    eventBridge,
    scheduler,
    kinesis,
    lambda,
    secretsManager,
    sts,
    websockets,
  ];
  const closeEmulators = () => Promise.all(emulators.map((emulator) => emulator.close()));
  const { port = 0, control, guard } = options;
  const endpoint = await startEndpoint({
    port,
    emulators,
    callers,
    control,
    guard,
    upgrade: websockets.upgrade,
  }).catch(async (error: unknown) => {
    await closeEmulators();
    throw error;
  });
  const functionEnvironment = {
    AWS_ENDPOINT_URL: endpoint.url,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
  };
  return {
    port: endpoint.port,
    endpoint: endpoint.url,
    environment: {
      ...functionEnvironment,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    },
    functionEnvironment,
    data,
    time,
    callers,
    targets,
    eventBridge,
    scheduler,
    s3,
    lambda,
    secretsManager,
    sts,
    websockets,
    streams: { dynamodb: dynamodb.streams, kinesis: kinesis.streams },
    kinesis,
    createTable: (table) => createTable(dynamodb, table),
    createBucket: (name) => s3.createBucket(name),
    mails: () => ses.mails(),
    onMail: (listener) => ses.onMail(listener),
    onObjectChange: (listener) => s3.onChange(listener),
    sns,
    sqs,
    async close() {
      time.stop();
      await endpoint.close();
      await closeEmulators();
      if (options.data === undefined) await rm(data, { recursive: true, force: true });
    },
  };
}
