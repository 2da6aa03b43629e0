import { authOf } from '../auth/auth-of.ts';
import type { RouteAuth } from '../auth/found.ts';
import type { LambdaContext } from '../context.ts';
import { leftOut } from '../left-out.ts';
import { bytesOf, jsonOf, looseBody, textOf } from './body.ts';
import { type Form, formOf } from './form.ts';
import { cookiesOf, decoded, headersOf } from './headers.ts';
import { lastValues, queryOf } from './query.ts';
import type { RawHttpEvent, RawRequestContext } from './raw-event.ts';
import type { RouteRequest, Values } from './request.ts';
import type { RequestPart } from './validation.ts';

// The command leaves out of a function what its code never names: `framework-parts.ts` of the command.
const readForm = process.env.TANKARD_WITHOUT_FORMS ? leftOut : formOf;
const readAuth = process.env.TANKARD_WITHOUT_AUTH ? leftOut : authOf;
const readBody = process.env.TANKARD_WITHOUT_BODIES ? leftOut : looseBody;
const readJson = process.env.TANKARD_WITHOUT_BODIES ? leftOut : jsonOf;
const readHeaders = process.env.TANKARD_WITHOUT_HEADERS ? leftOut : headersOf;
const readCookies = process.env.TANKARD_WITHOUT_COOKIES ? leftOut : cookiesOf;
const readQuery = process.env.TANKARD_WITHOUT_QUERIES ? leftOut : queryOf;
const readLast = process.env.TANKARD_WITHOUT_QUERIES ? leftOut : lastValues;

/** A request over a proxy event. Nothing is read before it is asked for, and only once. */
export class GatewayRequest implements RouteRequest {
  readonly raw: RawHttpEvent;
  readonly context: LambdaContext;
  route = '';
  params: Readonly<Record<string, string>> = {};
  #headers: Values | undefined;
  #checkedHeaders: Values | undefined;
  #query: Values | undefined;
  #cookies: Values | undefined;
  #auth: RouteAuth | undefined;
  #body: { readonly value: unknown } | undefined;

  constructor(raw: RawHttpEvent, context: LambdaContext) {
    this.raw = raw;
    this.context = context;
  }

  get method(): string {
    const { requestContext, httpMethod } = this.raw;
    return requestContext?.http?.method ?? requestContext?.httpMethod ?? httpMethod ?? '';
  }

  get path(): string {
    const path = pathOf(this.raw);
    return arrivesEncoded(this.raw) ? decoded(path) : path;
  }

  get headers(): Values {
    return this.#checkedHeaders ?? this.#allHeaders;
  }

  get #allHeaders(): Values {
    this.#headers ??= readHeaders(this.raw);
    return this.#headers;
  }

  get query(): Values {
    this.#query ??= readLast(readQuery(this.raw));
    return this.#query;
  }

  get cookies(): Values {
    this.#cookies ??= readCookies(this.#allHeaders.cookie);
    return this.#cookies;
  }

  get body(): unknown {
    this.#body ??= { value: readBody(this.raw) };
    return this.#body.value;
  }

  /** Puts in place of a part what a schema made of it; the handler's type says what that is. */
  replace(part: RequestPart, value: unknown): void {
    if (part === 'params') this.params = value as typeof this.params;
    else if (part === 'query') this.#query = value as Values;
    else if (part === 'headers') this.#checkedHeaders = value as Values;
    else this.#body = { value };
  }

  get auth(): RouteAuth | undefined {
    this.#auth ??= readAuth(this.raw);
    return this.#auth;
  }

  get stageVariables(): Values {
    return this.raw.stageVariables ?? {};
  }

  get requestContext(): RawRequestContext {
    return this.raw.requestContext ?? {};
  }

  header(name: string): string | undefined {
    return this.#allHeaders[name.toLowerCase()];
  }

  queryAll(name: string): readonly string[] {
    return readQuery(this.raw)[name] ?? [];
  }

  json(): unknown {
    return readJson(textOf(this.raw));
  }

  text(): string {
    return textOf(this.raw);
  }

  bytes(): Uint8Array {
    return bytesOf(this.raw);
  }

  async form(): Promise<Form> {
    return readForm(this.raw);
  }
}

/**
 * The path that was called, without the stage: an HTTP API puts the name of a stage other than `$default`
 * in front of `rawPath`, a REST API only into `requestContext.path`.
 */
export function pathOf(event: RawHttpEvent): string {
  const { requestContext, rawPath } = event;
  if (rawPath === undefined) return event.path ?? requestContext?.path ?? requestContext?.resourcePath ?? '';
  const stage = requestContext?.stage;
  const prefix = `/${stage}`;
  if (!stage || stage === '$default' || !(rawPath === prefix || rawPath.startsWith(`${prefix}/`)))
    return rawPath;
  return rawPath.slice(prefix.length) || '/';
}

/**
 * An HTTP API decodes paths and parameters, also for payload 1.0; a REST API (whose events have no version) and a function
 * URL hand them on as they were called.
 */
export function arrivesEncoded(raw: RawHttpEvent): boolean {
  return raw.version === undefined || raw.requestContext?.domainName?.includes('.lambda-url.') === true;
}
