import type { AwsRequest, AwsResponse } from '../endpoint/message.ts';
import type { Targets } from '../targets/targets.ts';
import type { LocalTime } from '../time/local-time.ts';

/** What stands in for one AWS service on this machine. */
export interface Emulator {
  /** Signing names that it answers for: `dynamodb`. */
  readonly services: readonly string[];
  handle(request: AwsRequest): Promise<AwsResponse>;
  /** Everything that it holds is on disk and every process of it has ended when this resolves. */
  close(): Promise<void>;
}

/** Where an emulator stands: what it writes into ARNs and where it keeps its data. */
export interface EmulatorContext {
  /** A folder of its own, which exists. */
  readonly folder: string;
  readonly region: string;
  readonly account: string;
  /** What waits, waits by it. */
  readonly time: LocalTime;
  /** Where what it delivers goes to. */
  readonly targets: Targets;
  /** Tells the user of something that could not be handed over, and is lost: `event Shipped by the rule Orders`. */
  undelivered(what: string, why: unknown): void;
}
