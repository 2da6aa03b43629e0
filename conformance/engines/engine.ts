/** Where a third party's AWS listens, and what an SDK client needs to talk to it. */
export interface Engine {
  readonly endpoint: string;
  readonly client: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
}

/** The same engine as another account and region see it. */
export function seenFrom(engine: Engine, account: string, region: string): Engine {
  const credentials = { accessKeyId: account, secretAccessKey: 'test' };
  return { ...engine, client: { ...engine.client, region, credentials } };
}

/** The same engine behind a proxy. */
export function behind(engine: Engine, { endpoint }: { readonly endpoint: string }): Engine {
  return { endpoint, client: { ...engine.client, endpoint } };
}
