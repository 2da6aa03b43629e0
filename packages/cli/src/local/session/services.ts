import type { Mail } from '../emulators/ses/mail.ts';
import type { Queue } from '../emulators/sqs/queue/queue.ts';
import type { AwsRequest, AwsResponse } from '../endpoint/message.ts';
import { startEngines } from '../engines.ts';
import type { Guard } from '../permissions/guard.ts';
import type { LocalTime } from '../time/local-time.ts';
import { type Ground, ownGround } from './ground.ts';
import type { SessionOptions } from './session.ts';

/** The services of a session, with what answers our own commands on the same port. */
export interface Services {
  readonly port: number;
  readonly endpoint: string;
  readonly time: LocalTime;
  readonly ground: Ground;
  /** A queue to look into, by its ARN; only those that come with tankard can be. */
  readonly queue?: ((arn: string) => Queue | undefined) | undefined;
  onMail(listener: (mail: Mail) => void): void;
  close(): Promise<void>;
}

export interface ServiceHooks {
  readonly guard: Guard | undefined;
  readonly control: (request: AwsRequest) => Promise<AwsResponse>;
}

/**
 * Starts the services that come with tankard, or what hands calls on to another engine.
 *
 * @throws TankardError LOCAL_PORT_UNUSABLE, LOCAL_DYNAMODB_MISSING, LOCAL_DYNAMODB_FAILED
 */
export async function startServices(
  { awsPort: port, region, dynamodb, engine, localFile, tell }: SessionOptions,
  data: string,
  hooks: ServiceHooks,
): Promise<Services> {
  if (engine) {
    const { startRemoteServices } = await import('../remote/remote-engine.ts');
    return startRemoteServices({ engine, port, data, region, ...hooks });
  }
  const engines = await startEngines({
    port,
    data,
    region,
    dynamodb,
    secrets: localFile?.secrets,
    onUndelivered: (what, why) => tell({ kind: 'undelivered', what, why }),
    onDynamoDBEnded: (ended) => tell({ kind: 'dynamodb-ended', ...ended }),
    ...hooks,
  });
  const { port: taken, endpoint, time, onMail, close } = engines;
  const { queue } = engines.sqs;
  return { port: taken, endpoint, time, ground: ownGround(engines), queue, onMail, close };
}
