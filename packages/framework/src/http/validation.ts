import { type Issue, SchemaError, validate } from '../schema.ts';
import { strictBody } from './body.ts';
import { BadRequestError, isHttpError } from './errors.ts';
import type { GatewayRequest } from './gateway-request.ts';
import { contentTypeOf } from './headers.ts';
import type { RouteOptions } from './options.ts';
import { queryOf } from './query.ts';
import { validateQuery } from './validate-query.ts';

/** The parts of a request that a route may have a schema of, in the order in which they are looked at. */
const PARTS = ['params', 'query', 'headers', 'body'] as const;

/** A part of a request that a schema may be about. */
export type RequestPart = (typeof PARTS)[number];

/** The parts of its requests that a route has a schema of. */
export function checkedParts(options: RouteOptions): readonly RequestPart[] {
  return PARTS.filter((part) => options[part] !== undefined);
}

/**
 * Puts in place of each part of a request what its schema makes of it, at once where the schemas are synchronous: a wait
 * takes as long as the check of a small body. All parts are looked at before any is refused.
 *
 * @throws BadRequestError (or rejects with it) with every issue of every part as its details
 */
export function checkRequest(
  parts: readonly RequestPart[],
  options: RouteOptions,
  request: GatewayRequest,
): Promise<void> | undefined {
  const looked = parts.map((part) => lookAt(part, options, request));
  if (isSettled(looked)) return settle(looked, request);
  return Promise.all(looked).then((all) => settle(all, request));
}

/** What a schema makes of a part, or why it refuses it. */
interface Looked {
  readonly part: RequestPart;
  readonly value?: unknown;
  readonly refusal?: { readonly error: unknown } | undefined;
}

function lookAt(part: RequestPart, options: RouteOptions, request: GatewayRequest): Looked | Promise<Looked> {
  const refused = (error: unknown): Looked => ({ part, refusal: { error } });
  try {
    const value = valid(part, options, request);
    return value instanceof Promise
      ? value.then((later) => ({ part, value: later }), refused)
      : { part, value };
  } catch (error) {
    return refused(error);
  }
}

function isSettled(looked: readonly (Looked | Promise<Looked>)[]): looked is readonly Looked[] {
  return !looked.some((one) => one instanceof Promise);
}

function settle(looked: readonly Looked[], request: GatewayRequest): undefined {
  const refusals = looked.filter(({ refusal }) => refusal);
  if (refusals.length > 0) throw refusalOf(refusals);
  for (const { part, value } of looked) request.replace(part, value);
}

function refusalOf(refusals: readonly Looked[]): unknown {
  const issues = refusals.flatMap(({ part, refusal }) =>
    issuesIn(refusal?.error).map((issue) => ({ ...issue, in: part })),
  );
  const [first, ...more] = refusals;
  return more.length === 0 && isHttpError(first?.refusal?.error) ? first.refusal.error : refused(issues);
}

/** @throws the error, where it is no refusal but a failure of the schema's own. */
function issuesIn(error: unknown): readonly Issue[] {
  const found = error instanceof SchemaError ? error.issues : issuesOf(error);
  if (!found) throw error;
  return found;
}

/** The issues of a request that was refused by {@link checkRequest}, if that is what an error is. */
export function issuesOf(error: unknown): readonly Issue[] | undefined {
  return isHttpError(error) ? (error.details?.issues as readonly Issue[] | undefined) : undefined;
}

function valid(part: RequestPart, options: RouteOptions, request: GatewayRequest): unknown {
  const { params, query, headers, body } = options;
  if (part === 'params') return params && validate(params, request.params);
  if (part === 'query') return query && validateQuery(query, queryOf(request.raw));
  if (part === 'headers') return headers && validate(headers, request.headers);
  return body && validate(body, strictBody(request.text(), contentTypeOf(request.raw)));
}

function refused(issues: readonly Issue[]): BadRequestError {
  const whole = issues.some((issue) => issue.in !== 'body');
  return new BadRequestError(`The ${whole ? 'request' : 'body'} does not fit.`, { details: { issues } });
}
