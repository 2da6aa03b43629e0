import { type Issue, type Schema, SchemaError, validate } from '../schema.ts';
import { NOT_JSON, strictBody } from './body.ts';
import { BadRequestError, isHttpError } from './errors.ts';
import { contentTypeOf } from './headers.ts';
import type { RouteRequest } from './request.ts';

/**
 * A request's body as its schema gives it back.
 * @throws BadRequestError with the issues as its details, where the body doesn't fit or isn't JSON
 */
export async function validatedBody(schema: Schema, request: RouteRequest): Promise<unknown> {
  try {
    return await validate(schema, strictBody(request.text(), contentTypeOf(request.raw)));
  } catch (error) {
    if (error instanceof SchemaError) throw invalid('The body does not fit.', error.issues);
    if (!isHttpError(error)) throw error;
    throw invalid(NOT_JSON, [{ path: '', message: whereNotJson(error.cause) }]);
  }
}

/** The issues of a body that was refused by {@link validatedBody}, if that is what an error is. */
export function issuesOf(error: unknown): readonly Issue[] | undefined {
  return isHttpError(error) ? (error.details?.issues as readonly Issue[] | undefined) : undefined;
}

function invalid(message: string, issues: readonly Issue[]): BadRequestError {
  return new BadRequestError(message, { details: { issues } });
}

function whereNotJson(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
