import type { Ref } from '../value.ts';

/** The resources, methods, deployment and stage of a REST API: AWS deploys them as one. */
export interface RestDeploymentModel {
  readonly api: Ref;
  readonly stage: string;
  readonly routes: readonly RestRoute[];
}

export interface RestRoute {
  /** `GET`, or `ANY` for every method that has no route of its own. */
  readonly method: string;
  /** `/users/{id}`, `/files/{path+}`. */
  readonly path: string;
  readonly function: Ref;
}
