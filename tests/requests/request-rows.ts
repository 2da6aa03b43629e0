import type { RequestRow, Target } from './request-row.ts';
import { ANSWER_ROWS } from './rows/answers.ts';
import { BODY_ROWS } from './rows/bodies.ts';
import { CALLER_ROWS } from './rows/callers.ts';
import { FAILURE_ROWS } from './rows/failures.ts';
import { FEATURE_ROWS } from './rows/features.ts';
import { HEADER_ROWS } from './rows/headers.ts';
import { METHOD_ROWS } from './rows/methods.ts';
import { PATH_ROWS } from './rows/paths.ts';
import { PREFLIGHT_ROWS } from './rows/preflights.ts';
import { QUERY_ROWS } from './rows/queries.ts';
import { REQUIREMENT_ROWS } from './rows/requirements.ts';

/** The one table of requests, which the test client, `tankard local` and a deployed API answer alike. */
export const REQUEST_ROWS: readonly RequestRow[] = [
  ...METHOD_ROWS,
  ...PATH_ROWS,
  ...QUERY_ROWS,
  ...HEADER_ROWS,
  ...BODY_ROWS,
  ...REQUIREMENT_ROWS,
  ...ANSWER_ROWS,
  ...FAILURE_ROWS,
  ...FEATURE_ROWS,
  ...PREFLIGHT_ROWS,
  ...CALLER_ROWS,
];

/** The requests that a target can be asked. */
export function rowsFor(target: Target): readonly RequestRow[] {
  return REQUEST_ROWS.filter(({ without }) => without?.[target] === undefined);
}
