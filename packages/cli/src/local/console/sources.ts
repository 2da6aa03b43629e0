import type { ResolvedConfig } from '../../config/resolved.ts';
import type { Mail } from '../emulators/ses/mail.ts';
import type { Queue } from '../emulators/sqs/queue/queue.ts';
import type { Feed } from '../session/feed.ts';
import type { RunningApp } from '../session/running-app.ts';
import type { LocalTime } from '../time/local-time.ts';

/** What the console shows, and what it acts on. */
export interface ConsoleSources {
  readonly app: Pick<
    RunningApp,
    'current' | 'latest' | 'trigger' | 'replay' | 'drain' | 'record' | 'nextRun'
  >;
  readonly time: Pick<LocalTime, 'now' | 'advance'>;
  readonly feed: Pick<Feed, 'problems' | 'onTell'>;
  readonly config: Pick<ResolvedConfig, 'project' | 'api'>;
  /** Where the app's routes are served. */
  readonly url: string;
  /** Where AWS's protocols are spoken. */
  readonly endpoint: string;
  readonly region: string;
  /** The mails sent so far, oldest first. */
  mails(): Promise<readonly Mail[]>;
  /** Looks into a queue without receiving; only those that come with tankard can be looked into. */
  readonly queue?: ((arn: string) => PeekedQueue | undefined) | undefined;
}

export type PeekedQueue = Pick<Queue, 'messages' | 'remove'>;
