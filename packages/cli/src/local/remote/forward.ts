import type { AwsRequest, AwsResponse } from '../endpoint/message.ts';
import { pass } from '../endpoint/pass-on.ts';
import { Agent } from '../node-http.ts';

/** Hands requests on to another engine. */
export interface Forward {
  handle(request: AwsRequest): Promise<AwsResponse>;
  close(): void;
}

/** @param url of the engine, as `AWS_ENDPOINT_URL` has it. */
export function forwardTo(url: string): Forward {
  const agent = new Agent({ keepAlive: true });
  return {
    handle: (request) => pass(url, agent, request),
    close: () => agent.destroy(),
  };
}
