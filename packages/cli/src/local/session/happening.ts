import type { Problem } from '@tankard/framework/manifest';
import type { StreamNotice } from '../deliveries/streams/stream-notice.ts';
import type { EngineEnded } from '../emulators/dynamodb/kept-engine.ts';
import type { Mail } from '../emulators/ses/mail.ts';
import type { GatewayRoute } from '../gateway/gateway-app.ts';
import type { Answered } from '../gateway/server.ts';
import type { CauseKind } from '../invocations/cause.ts';
import type { NotDelivered } from './wired-app.ts';

/** What a session tells of itself, one thing at a time. */
export type Happening =
  | {
      readonly kind: 'ready';
      readonly app: AppFacts;
      readonly addresses: Addresses;
      readonly duration: number;
    }
  | {
      readonly kind: 'port-taken';
      readonly of: 'HTTP' | 'AWS' | 'The console';
      readonly wanted: number;
      readonly port: number;
    }
  | {
      readonly kind: 'rebuilt';
      readonly app: AppFacts;
      readonly changed: readonly string[];
      readonly duration: number;
    }
  | { readonly kind: 'build-failed'; readonly problems: readonly Problem[] }
  | { readonly kind: 'warnings'; readonly problems: readonly Problem[] }
  | ({ readonly kind: 'answered' } & Answered)
  | {
      readonly kind: 'ran';
      readonly function: string;
      readonly by: CauseKind;
      /** What made it run: `queue Jobs`. */
      readonly what: string;
      readonly failed: boolean;
      readonly duration: number;
      readonly payload: string;
    }
  | StreamNotice
  | {
      readonly kind: 'failed';
      readonly function: string;
      readonly errorType: string;
      readonly errorMessage: string;
    }
  | { readonly kind: 'log'; readonly function: string; readonly line: string }
  | { readonly kind: 'undelivered'; readonly what: string; readonly why: string }
  | ({ readonly kind: 'dynamodb-ended' } & EngineEnded)
  | { readonly kind: 'mail'; readonly mail: Mail };

export interface Addresses {
  /** Where the app's routes are served. */
  readonly url: string;
  /** Where AWS's protocols are spoken. */
  readonly endpoint: string;
  /** Where the console is. */
  readonly console: string;
  /** The folder of the inbox. */
  readonly mail: string;
}

export interface SocketFacts {
  /** Where clients connect: `ws://127.0.0.1:4566/local`. */
  readonly url: string;
  readonly routes: readonly { readonly key: string; readonly function: string }[];
}

/** What is said of the app at start. */
export interface AppFacts {
  readonly name: string;
  readonly routes: readonly GatewayRoute[];
  readonly fallback?: string | undefined;
  /** The WebSocket API, where the app has one. */
  readonly websocket?: SocketFacts | undefined;
  readonly schedules: readonly {
    readonly name: string;
    readonly expression: string;
    readonly timezone?: string | undefined;
    readonly next?: string | undefined;
  }[];
  readonly notDelivered: readonly NotDelivered[];
  /** Resources that are not ours to make: their data must be put there. */
  readonly existing: readonly string[];
}
