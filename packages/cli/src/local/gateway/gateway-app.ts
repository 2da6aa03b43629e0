import type { ApiTarget } from '@tankard/framework/config';
import type { MatchableRoute, Matcher } from '@tankard/framework/gateway';
import type { TakeChunk } from '../runtime-api/streamed-answer.ts';
import type { InvocationResult } from '../workers/invocation-result.ts';
import type { Gatekeeper } from './callers/gatekeeper.ts';
import type { RouteCallers } from './callers/route-callers.ts';
import type { GatewayCors } from './cors.ts';

/** A route and the function behind it. */
export interface GatewayRoute extends MatchableRoute {
  readonly function: string;
  /** Absent: everybody may call it. */
  readonly callers?: RouteCallers | undefined;
}

/** What the gateway needs of the app that stands now. */
export interface GatewayApp {
  readonly api: ApiTarget;
  readonly stage: string;
  readonly matcher: Matcher<GatewayRoute>;
  /** The function of the `$default` route, and what it asks. */
  readonly fallback?: string | undefined;
  readonly cors?: GatewayCors | undefined;
  /** Bytes from which answers are compressed. */
  readonly compression?: number | undefined;
  readonly fallbackCallers?: RouteCallers | undefined;
  readonly gatekeeper: Gatekeeper;
  /** The functions whose answers are sent on as they are made. */
  readonly streaming?: ReadonlySet<string> | undefined;
  /**
   * @param what the request, for people: `POST /candidates`.
   * @param more.by default `route`
   */
  invoke(
    functionName: string,
    payload: string,
    what: string,
    more?: InvokeOptions,
  ): Promise<InvocationResult>;
}

export interface InvokeOptions {
  readonly by?: 'route' | 'authorizer' | undefined;
  /** Gets what the function streams, as it comes. */
  readonly take?: TakeChunk | undefined;
}
