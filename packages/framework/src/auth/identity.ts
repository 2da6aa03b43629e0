/**
 * Where a request says who calls: a header, a parameter of the query, or the route itself, which makes what
 * is remembered of a caller hold for one route. A request without one of them is refused before anybody is asked.
 */
export type Identity = `header.${string}` | `query.${string}` | 'route';

/** What holds where nobody says otherwise. */
export const DEFAULT_IDENTITY: Identity = 'header.Authorization';

/** Seconds: what API Gateway remembers an answer for where it is told nothing. */
export const DEFAULT_TTL = 300;
