import type { AuthorizationModel, RestAuthorizerModel } from '../authorizer.ts';
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
  /** A change of one is taken by a new deployment only, as a change of a route. */
  readonly authorizers?: readonly RestAuthorizerModel[] | undefined;
}

export interface RestRoute {
  /** `GET`, or `ANY` for every method that has no route of its own. */
  readonly method: string;
  /** `/users/{id}`, `/files/{path+}`. */
  readonly path: string;
  readonly function: Ref;
  /** Absent: everybody may call it. */
  readonly authorization?: AuthorizationModel<'COGNITO_USER_POOLS'> | undefined;
  /** A key of a usage plan is asked for. */
  readonly apiKey?: boolean | undefined;
  /** Answers are sent on as the function makes them, for as many milliseconds; absent: each as a whole. */
  readonly stream?: number | undefined;
}

export interface RestPreflight {
  /** One of the routes'. */
  readonly path: string;
  /** The same for everybody who asks. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * How Lambda is called for an answer.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html
 */
export const INVOCATION = {
  whole: { version: '2015-03-31', action: 'invocations' },
  stream: { version: '2021-11-15', action: 'response-streaming-invocations' },
} as const;
