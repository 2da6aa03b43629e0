import { preludeOf, proxyResultOf } from '../../local/runtime-api/prelude.ts';

/**
 * What a function gave, of the text of its answer: JSON, nothing, or what it streams for HTTP, as a result that is no stream
 * would say it. Whoever invokes a function that streams gets status, headers and body in one.
 */
export function callResult(answer: string): unknown {
  if (answer === '') return undefined;
  const bytes = Buffer.from(answer);
  return JSON.parse(preludeOf(bytes) ? proxyResultOf(bytes) : answer);
}
