import type { Place } from '../errors.ts';

/** What decides who may call routes; `kind` tells how. */
export type AuthorizerDeclaration =
  | FunctionAuthorizerDeclaration
  | JwtAuthorizerDeclaration
  | CognitoAuthorizerDeclaration
  | IamAuthorizerDeclaration;

interface Authorizes<K extends string> {
  readonly kind: K;
  readonly name: string;
  /** Of a built-in one, or else of the first route that names it. */
  readonly place?: Place | undefined;
}

/** A function is asked. */
export interface FunctionAuthorizerDeclaration extends Authorizes<'function'> {
  /** A handler of the app by its name, or any function by its ARN. */
  readonly function: { readonly handler: string } | { readonly arn: string };
  /** Seconds that an answer is remembered for. */
  readonly ttl: number;
  /** What it is remembered by: `header.…`, `query.…`, `route`. */
  readonly identity: readonly string[];
  /** What a REST API sends. */
  readonly event: 'request' | 'token';
  /** What it answers an HTTP API. */
  readonly answer: 'policy' | 'simple';
}

/** API Gateway checks a token of an issuer. */
export interface JwtAuthorizerDeclaration extends Authorizes<'jwt'> {
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly identity: string;
}

/** API Gateway checks a token of a Cognito user pool. */
export interface CognitoAuthorizerDeclaration extends Authorizes<'cognito'> {
  /** ARNs. */
  readonly userPools: readonly string[];
  /** Ids of app clients. */
  readonly clients: readonly string[];
  readonly identity: string;
}

/** Requests are signed with credentials of AWS. */
export interface IamAuthorizerDeclaration extends Authorizes<'iam'> {}
