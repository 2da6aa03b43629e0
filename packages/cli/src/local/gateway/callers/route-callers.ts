/** What a route asks of its callers. */
export interface RouteCallers {
  readonly type?: 'CUSTOM' | 'JWT' | 'COGNITO_USER_POOLS' | 'AWS_IAM' | undefined;
  /** The authorizer's name in the app; absent for IAM, and where everybody may call. */
  readonly authorizer?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly apiKey?: boolean | undefined;
}
