import type { ResourceKind } from '../manifest/types.ts';

/** What `app.table(…)` and its kin give: a name for something in AWS, known when the function runs. */
export interface Resource<K extends ResourceKind = ResourceKind> {
  readonly kind: K;
  /** The name in the code, not the physical one. */
  readonly id: string;
}
