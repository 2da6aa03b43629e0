/**
 * What this package reads of a proxy event, payload 1.0 (REST APIs) or 2.0 (HTTP APIs, function URLs), or a load balancer's,
 * which is close to 1.0.
 * Every field may be missing: an event can come from anywhere.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export interface RawHttpEvent {
  /** `2.0`; `1.0` from an HTTP API that is set to it; absent from a REST API. */
  readonly version?: string | undefined;
  /** 2.0: the route that the gateway chose, such as `GET /users/{id}`, or `$default`. */
  readonly routeKey?: string | undefined;
  readonly rawPath?: string | undefined;
  readonly rawQueryString?: string | undefined;
  readonly cookies?: readonly string[] | undefined;
  /** 1.0 */
  readonly resource?: string | undefined;
  readonly path?: string | undefined;
  readonly httpMethod?: string | undefined;
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[] | undefined>> | null | undefined;
  readonly multiValueQueryStringParameters?:
    | Readonly<Record<string, readonly string[] | undefined>>
    | null
    | undefined;
  /** Both. */
  readonly headers?: Readonly<Record<string, string | undefined>> | null | undefined;
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>> | null | undefined;
  readonly pathParameters?: Readonly<Record<string, string | undefined>> | null | undefined;
  readonly stageVariables?: Readonly<Record<string, string | undefined>> | null | undefined;
  readonly body?: string | null | undefined;
  readonly isBase64Encoded?: boolean | undefined;
  readonly requestContext?: RawRequestContext | undefined;
  readonly [field: string]: unknown;
}

/** The part of a proxy event that says how the request came in. */
export interface RawRequestContext {
  /** 2.0 */
  readonly http?: RawHttpCall | undefined;
  /** 1.0 */
  readonly httpMethod?: string | undefined;
  readonly resourcePath?: string | undefined;
  readonly path?: string | undefined;
  /** Both. */
  readonly stage?: string | undefined;
  readonly domainName?: string | undefined;
  /** A load balancer. */
  readonly elb?: unknown;
  readonly authorizer?: Readonly<Record<string, unknown>> | null | undefined;
  readonly [field: string]: unknown;
}

/** 2.0: the call itself. */
export interface RawHttpCall {
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  readonly protocol?: string | undefined;
  readonly sourceIp?: string | undefined;
  readonly userAgent?: string | undefined;
}
