import type { Clients } from '../aws/clients.ts';
import { fileStore } from './file-store.ts';
import { s3Store } from './s3-store.ts';
import type { StateName, StateStore } from './store.ts';

/** Where a project keeps its journals. */
export interface StatePlace {
  /** Absolute path of the project's folder. */
  readonly project: string;
  /** `s3://bucket/prefix`; without, the project's own `.tankard/state`. */
  readonly state?: string | undefined;
}

/** The store of one stage's journal. */
export async function openStore(
  { project, state }: StatePlace,
  name: StateName,
  clients: Clients,
): Promise<StateStore> {
  if (state === undefined) return fileStore(project, name);
  const { hostname: bucket, pathname } = new URL(state);
  const prefix = pathname.replace(/^\/+|\/+$/g, '');
  return s3Store({ s3: await clients.s3(), bucket, prefix: prefix && `${prefix}/` }, name);
}
