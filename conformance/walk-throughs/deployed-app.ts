import type { MiniStack } from '../engines/ministack.ts';

/** An example that is up in an engine, however it got there. */
export interface DeployedApp {
  readonly engine: MiniStack;
  /** What its functions' names begin with: `group-mailer-dev`. */
  readonly stem: string;
  readonly apiId: string;
}

/** A part of a walk-through that can be gone through again and again: it throws where something is not as it should be. */
export type Part = (app: DeployedApp) => Promise<void>;

/** Functions have one name, whether a deploy or a stack has made them. */
export function functionName({ stem }: DeployedApp, name: string): string {
  return `${stem}-${name}`;
}

/** Sends a request to the app's HTTP API. */
export async function request(app: DeployedApp, method: string, path: string, json?: unknown) {
  const url = `${app.engine.endpoint}/_aws/execute-api/${app.apiId}/$default${path}`;
  const body =
    json === undefined ? {} : { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } };
  const answer = await fetch(url, { method, redirect: 'manual', ...body });
  const text = await answer.text();
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    text,
    json: () => JSON.parse(text),
  };
}
