import type { CorsModel } from '../cors.ts';

export interface HttpApiModel {
  readonly physicalName: string;
  /** The stage's name: `$default`. */
  readonly stage: string;
  /** Absent where the functions answer for themselves. */
  readonly cors?: CorsModel | undefined;
}
