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

/** Whether a route has a schema of any part of its requests. */
export function isValidated(options: RouteOptions): boolean {
  return PARTS.some((part) => options[part] !== undefined);
}

/**
 * Puts in place of each part of a request what its schema makes of it. All parts are looked at before any is refused.
 * @throws BadRequestError with every issue of every part as its details
 */
export async function checkRequest(options: RouteOptions, request: GatewayRequest): Promise<void> {
  const refusals: unknown[] = [];
  const issues: Issue[] = [];
  const accepted: [RequestPart, unknown][] = [];
  for (const part of PARTS) {
    if (!options[part]) continue;
    try {
      const value = valid(part, options, request);
      // Most schemas answer at once, and a wait takes as long as the check of a small body.
      accepted.push([part, value instanceof Promise ? await value : value]);
    } catch (error) {
      const found = error instanceof SchemaError ? error.issues : issuesOf(error);
      if (!found) throw error;
      refusals.push(error);
      issues.push(...found.map((issue) => ({ ...issue, in: part })));
    }
  }
  if (refusals.length === 1 && isHttpError(refusals[0])) throw refusals[0];
  if (issues.length > 0) throw refused(issues);
  for (const [part, value] of accepted) request.replace(part, value);
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
