import type { Ref } from '../value.ts';

/** A REST API with its resources, methods, deployment and stage: AWS deploys them as one. */
export interface RestApiModel {
  readonly physicalName: string;
  readonly stage: string;
  readonly routes: readonly RestRoute[];
}
export interface RestRoute {
  readonly method: string;
  readonly path: string;
  readonly function: Ref;
}
