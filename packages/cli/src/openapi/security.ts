import type { AuthorizerDeclaration, RouteTrigger } from '@tankard/framework/manifest';
import type { SecurityRequirement, SecurityScheme } from './document.ts';

/** The schemes of an app, and what a route asks of its callers by them. */
export interface Security {
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  requirementsOf(route: RouteTrigger): readonly SecurityRequirement[];
}

type Schemes = Readonly<Record<string, SecurityScheme>>;

export function securityOf(
  authorizers: readonly AuthorizerDeclaration[],
  routes: readonly RouteTrigger[],
): Security {
  const asked = new Map(
    authorizers
      .filter(({ name }) => routes.some(({ authorizer }) => authorizer === name))
      .map((authorizer) => [authorizer.name, schemesOf(authorizer)]),
  );
  const key: Schemes = routes.some(({ apiKey }) => apiKey) ? { apiKey: API_KEY } : {};
  return {
    schemes: Object.assign({}, ...asked.values(), key) as Schemes,
    requirementsOf({ authorizer, scopes = [], apiKey }) {
      const names = [...Object.keys(asked.get(authorizer ?? '') ?? {}), ...(apiKey ? ['apiKey'] : [])];
      if (names.length === 0) return [];
      const together = (needed: readonly string[]) =>
        Object.fromEntries(names.map((name, index) => [name, index === 0 ? needed : []]));
      // A token with any one of the scopes will do.
      return scopes.length > 0 ? scopes.map((scope) => together([scope])) : [together([])];
    },
  };
}

const API_KEY: SecurityScheme = {
  type: 'apiKey',
  in: 'header',
  name: 'x-api-key',
  description: 'A key of the usage plan.',
};

/** What has to be given to one authorizer: a scheme for each place where it looks. */
function schemesOf(authorizer: AuthorizerDeclaration): Schemes {
  const { name } = authorizer;
  switch (authorizer.kind) {
    case 'iam':
      return { [name]: { ...carriedIn('header.Authorization'), description: 'Signature version 4 of AWS.' } };
    case 'jwt':
      return { [name]: token(authorizer.identity, `A token of ${authorizer.issuer}.`) };
    case 'cognito':
      return {
        [name]: token(authorizer.identity, `A token of the user pool ${authorizer.userPools.join(' or ')}.`),
      };
    case 'function': {
      const places = authorizer.identity.filter((place) => place !== 'route');
      return Object.fromEntries(
        places.map((place, index) => [
          // A header's name may have characters that a scheme's may not.
          index === 0 ? name : `${name}.${place}`.replace(/[^\w.-]+/g, '_'),
          { ...carriedIn(place), description: `What \`${authorizer.name}\` decides by.` },
        ]),
      );
    }
  }
}

function token(place: string, description: string): SecurityScheme {
  if (place.toLowerCase() !== 'header.authorization') return { ...carriedIn(place), description };
  return { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description };
}

function carriedIn(place: string): SecurityScheme {
  const dot = place.indexOf('.');
  return { type: 'apiKey', in: place.startsWith('query') ? 'query' : 'header', name: place.slice(dot + 1) };
}
