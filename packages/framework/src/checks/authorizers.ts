import type { App } from '../app.ts';
import type { Problem } from '../errors.ts';
import { NO_AUTHORIZER } from '../manifest/authorizers.ts';
import type { AuthorizerDeclaration, HandlerDeclaration, Manifest, RouteTrigger } from '../manifest/types.ts';
import { authorizerFaults } from './authorizer-faults.ts';
import type { codes } from './codes.ts';
import { handlerProblem, shown } from './handler-problem.ts';
import { patternOf } from './route-problem.ts';

type Route = HandlerDeclaration<RouteTrigger>;

/** Everything that is wrong with authorizers, and with what routes ask of them. */
export function checkAuthorizers(app: App, { authorizers, handlers }: Manifest): Problem[] {
  const routes = handlers.filter((one): one is Route => one.trigger.source === 'route');
  return [
    ...checkNames(authorizers),
    ...checkDefaults(app),
    ...authorizers.flatMap((one) =>
      authorizerFaults(one).map(({ fault, remedy }) => problemOf(one, 'AUTHORIZER_INVALID', fault, remedy)),
    ),
    ...routes.flatMap((route) => checkRoute(route, authorizers)),
  ];
}

function checkNames(authorizers: readonly AuthorizerDeclaration[]): Problem[] {
  const first = new Map<string, AuthorizerDeclaration>();
  return authorizers.flatMap((one) => {
    const other = first.get(one.name);
    if (!other) first.set(one.name, one);
    // Two handlers of one name are refused as such.
    if (!other || one.name === NO_AUTHORIZER || (isBuiltIn(one) && isBuiltIn(other))) return [];
    const message = `Two authorizers are called '${one.name}': at ${shown(one.place)} and at ${shown(other.place)}.`;
    return [
      problemOf(one, 'AUTHORIZER_NAME_TWICE', message, "Give one of them another name: { name: '…' }."),
    ];
  });
}

function isBuiltIn(one: AuthorizerDeclaration): boolean {
  return one.kind === 'function' && 'handler' in one.function && one.function.handler === one.name;
}

function checkDefaults({ options, state }: App): Problem[] {
  const defaults = state.registrations.filter(
    ({ declaration }) => declaration.source === 'authorizer' && declaration.options.default,
  );
  const [first, second] = defaults;
  const many = second ?? (options.authorizer && first);
  if (!many) return [];
  const other = second ? `'${first?.name}' at ${shown(first?.place)}` : 'the one that the App was given';
  return [
    {
      code: 'AUTHORIZER_DEFAULT_TWICE',
      severity: 'error',
      message: `'${many.name}' is to decide for every route, and so is ${other}.`,
      place: many.place,
      subject: many.name,
      remedy: 'Leave default: true to one of them, and name the other one in its routes.',
    },
  ];
}

function checkRoute(route: Route, authorizers: readonly AuthorizerDeclaration[]): Problem[] {
  const { authorizer, scopes } = route.trigger;
  const shownRoute = `Route '${patternOf(route)}'`;
  if (authorizer === NO_AUTHORIZER) {
    return [
      handlerProblem(
        route,
        'AUTHORIZER_UNKNOWN',
        `${shownRoute} names something as its authorizer that is no authorizer of this app.`,
        "Give it what app.authorizer, jwtAuthorizer and their kin return, or 'none'.",
      ),
    ];
  }
  const declared = authorizers.find(({ name }) => name === authorizer);
  if (!scopes?.length || declared?.kind === 'jwt' || declared?.kind === 'cognito') return [];
  return [
    handlerProblem(
      route,
      'AUTHORIZER_SCOPES',
      `${shownRoute} asks for the scopes ${scopes.join(', ')}, and ${authorizer === undefined ? 'has no authorizer' : `its authorizer '${authorizer}' reads no tokens`}.`,
      'Scopes are those of tokens: use jwtAuthorizer or cognitoAuthorizer, or leave them out.',
    ),
  ];
}

function problemOf(
  { name, place }: AuthorizerDeclaration,
  code: keyof typeof codes,
  message: string,
  remedy: string,
): Problem {
  return { code, severity: 'error', message, place, subject: `authorizer ${name}`, remedy };
}
