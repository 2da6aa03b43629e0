import type { RestApiSettings } from '../rest-api/model.ts';
import type { Ref } from '../value.ts';

/** The resources, methods, deployment and stage of a REST API: AWS deploys them as one. */
export interface RestDeploymentModel {
  readonly api: Ref;
  readonly stage: string;
  readonly routes: readonly RestRoute[];
  /** What the gateway answers to what browsers ask before they call. */
  readonly preflights?: readonly RestPreflight[] | undefined;
  /** Of the API, which a deployment takes up. */
  readonly settings?: RestApiSettings | undefined;
}

export interface RestRoute {
  /** `GET`, or `ANY` for every method that has no route of its own. */
  readonly method: string;
  /** `/users/{id}`, `/files/{path+}`. */
  readonly path: string;
  readonly function: Ref;
}

export interface RestPreflight {
  /** One of the routes'. */
  readonly path: string;
  /** The same for everybody who asks. */
  readonly headers: Readonly<Record<string, string>>;
}
