import type { Gatekeeper } from '../../gateway/callers/gatekeeper.ts';
import type { RouteCallers } from '../../gateway/callers/route-callers.ts';
import type { Invoke } from '../../invocations/invoker.ts';

/** An app's WebSocket API. */
export interface SocketApp {
  readonly apiId: string;
  /** It stands in the address: `ws://127.0.0.1:4566/local`. */
  readonly stage: string;
  /** `$request.body.action`. */
  readonly selection: string;
  /** By their keys, `$connect` and its kin among them. */
  readonly routes: ReadonlyMap<string, SocketRoute>;
  readonly gatekeeper: Gatekeeper;
}

export interface SocketRoute {
  readonly function: string;
  /** What it returns goes back to the sender. */
  readonly reply: boolean;
  /** Of `$connect`; absent: everybody may connect. */
  readonly callers?: RouteCallers | undefined;
}

/** Whoever runs the functions of a WebSocket API. */
export interface SocketHost {
  /** The API of the source as it stands, if it has one; waits for a build that is under way, and throws what stopped it. */
  app(): Promise<SocketApp | undefined>;
  readonly invoke: Invoke;
}
