/** What a function decided of a caller: the built-in `app.authorizer`, or one of {@link lambdaAuthorizer}. */
export interface FunctionAuth<Context = Readonly<Record<string, string>>> {
  readonly kind: 'function';
  /** Whom the authorizer took the caller for. */
  readonly principalId: string;
  /** What the authorizer passed on. Values are text, as a REST API makes them, behind either API. */
  readonly context: Context;
}

/** What a token says: behind `jwtAuthorizer` and `cognitoAuthorizer`. */
export interface TokenAuth {
  readonly kind: 'token';
  /** The token's claims. Values are text, as API Gateway makes them: a list reads `[a b]`. */
  readonly claims: Readonly<Record<string, string | undefined>>;
  /** The scopes that the token grants. */
  readonly scopes: readonly string[];
}

/** Who signed the request: behind `iamAuthorizer`. */
export interface IamAuth {
  readonly kind: 'iam';
  readonly accountId: string;
  readonly accessKey: string;
  /** Of the user, or of the session of a role. */
  readonly userArn: string;
  readonly userId: string;
}

/** What an app's authorizer finds, where a route names none itself. */
export type AppAuth = RouteAuth | undefined;

/** What any authorizer finds; `kind` tells which. */
export type RouteAuth = FunctionAuth | TokenAuth | IamAuth;
