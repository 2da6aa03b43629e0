/** An HTTP request as it stands before a gateway, taken apart as far as HTTP itself goes. */
export interface ProxyRequest {
  /** In capitals. */
  readonly method: string;
  /** As it was called: percent-encoded, without the query. */
  readonly path: string;
  /** As it was called, without the question mark. */
  readonly queryString: string;
  /** In the order in which they came; a name may come several times. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  readonly sourceIp: string;
}

/** The route that a gateway chose. */
export interface ProxyRoute {
  /** `GET /users/{id}` of an explicit route, or `$default`. */
  readonly method: string;
  readonly path: string;
  /** As they stand in the path, percent-encoded. */
  readonly params: Readonly<Record<string, string>>;
}

/** What an event says of the API and the call beside the request. */
export interface ProxyCall {
  /** Default `000000000000`. */
  readonly accountId?: string | undefined;
  /** Default `local`. */
  readonly apiId?: string | undefined;
  /** Default `localhost`. */
  readonly domainName?: string | undefined;
  /** Default `$default` of an HTTP API, `local` of a REST API. */
  readonly stage?: string | undefined;
  /** What an authorizer found, as `requestContext.authorizer` has it. */
  readonly authorizer?: Readonly<Record<string, unknown>> | undefined;
  /** What a REST API tells of who signed or whose key it is, beside the address. */
  readonly identity?: Readonly<Record<string, unknown>> | undefined;
  /** Default a random one. */
  readonly requestId?: string | undefined;
  /** Default now. */
  readonly time?: Date | undefined;
}
