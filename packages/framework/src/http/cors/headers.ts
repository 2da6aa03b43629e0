import type { CorsDeclaration } from '../../manifest/types.ts';

/**
 * What an answer tells a browser, whatever is asked. Of several origins only the one that calls is named, and caches are told
 * so; one that may not call gets nothing.
 *
 * @param origin the request's `origin`.
 */
export function corsHeaders(
  { origins, headers, exposeHeaders, maxAge, credentials }: CorsDeclaration,
  origin: string | undefined,
): Readonly<Record<string, string>> {
  const one = sameForAll(origins);
  const varies: Record<string, string> = one === undefined ? { Vary: 'Origin' } : {};
  const allowed = one ?? (origin !== undefined && matches(origins, origin) && origin);
  if (!allowed) return varies;
  return {
    'Access-Control-Allow-Origin': allowed,
    'Access-Control-Allow-Headers': headers.join(','),
    ...(exposeHeaders.length > 0 && { 'Access-Control-Expose-Headers': exposeHeaders.join(',') }),
    ...(maxAge !== undefined && { 'Access-Control-Max-Age': String(maxAge) }),
    ...(credentials && { 'Access-Control-Allow-Credentials': 'true' }),
    ...varies,
  };
}

/** What is answered to every origin alike, if that is so. */
function sameForAll(origins: readonly string[]): string | undefined {
  if (origins.includes('*')) return '*';
  const [first, ...more] = origins;
  return more.length > 0 || first?.endsWith('*') ? undefined : first;
}

/** Origins are compared as browsers write them: scheme and host in lower case, no slash at the end. */
function matches(origins: readonly string[], origin: string): boolean {
  return origins.some((one) => (one.endsWith('://*') ? origin.startsWith(one.slice(0, -1)) : one === origin));
}
