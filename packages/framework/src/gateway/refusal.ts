/** An answer that a gateway gives in place of the app's. */
export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** The two gateways that have authorizers. */
export type AuthorizingApi = 'http' | 'rest';

/** How a request is refused before it reaches the app. */
export interface Refusals {
  /** It does not say who calls, or what it says is not true. */
  readonly unauthorized: Refusal;
  /** An authorizer does not let it through. */
  denied(how: 'explicitly' | 'silently'): Refusal;
  /** The authorizer's function failed. */
  readonly failed: Refusal;
  /** The authorizer's function answered with what can't be read. */
  readonly unreadable: Refusal;
}

const refusal = (status: number, body: Refusal['body'], type?: string): Refusal => ({
  status,
  headers: { 'content-type': 'application/json', ...(type && { 'x-amzn-errortype': type }) },
  body,
});

const serverError = refusal(500, { message: 'Internal Server Error' });

/**
 * What each API answers.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
export const refusals: Readonly<Record<AuthorizingApi, Refusals>> = {
  http: {
    unauthorized: refusal(401, { message: 'Unauthorized' }),
    denied: () => refusal(403, { message: 'Forbidden' }),
    failed: serverError,
    unreadable: serverError,
  },
  rest: {
    unauthorized: refusal(401, { message: 'Unauthorized' }, 'UnauthorizedException'),
    // Of all answers this one has a capital M: https://repost.aws/knowledge-center/api-gateway-403-error-lambda-authorizer
    denied: (how) =>
      refusal(
        403,
        {
          Message: `User is not authorized to access this resource${how === 'explicitly' ? ' with an explicit deny in an identity-based policy' : ''}`,
        },
        'AccessDeniedException',
      ),
    failed: refusal(500, { message: null }, 'AuthorizerConfigurationException'),
    unreadable: refusal(500, { message: 'Internal server error' }, 'AuthorizerConfigurationException'),
  },
};
