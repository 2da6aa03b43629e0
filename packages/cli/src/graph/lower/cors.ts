import { isDeepStrictEqual } from 'node:util';
import type { CorsDeclaration, HandlerDeclaration, RouteTrigger } from '@tankard/framework/manifest';
import type { CorsModel } from '../../resources/cors.ts';
import { routeFunctions } from './api.ts';
import type { Lowering } from './lowering.ts';

type Said = Pick<Lowering, 'config' | 'manifest'>;

/** What holds for pages of other origins. */
export interface ApiCors {
  /** Of every route alike, so that the gateway may answer for all of them. */
  readonly all?: CorsModel | undefined;
  /** Of what no route answers. */
  readonly rest?: CorsDeclaration | undefined;
  /** By path, where a route of it may be called. */
  readonly paths: ReadonlyMap<string, PathCors>;
}

/** What holds for one path. */
export interface PathCors {
  readonly cors: CorsModel;
  /** Answers what browsers ask before they call. */
  readonly function: string;
  /** The methods that a function has there, by its name. */
  readonly served: ReadonlyMap<string, readonly string[]>;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Reads what the app says, or in its place the configuration: for every route but those that want none. */
export function corsOf({ config, manifest }: Said): ApiCors {
  const holds = ({ cors }: RouteTrigger) => (cors === false ? undefined : (config.cors ?? cors)) || undefined;
  const routes = routeFunctions(manifest).flatMap(({ name, handlers }) =>
    handlers.filter(isRoute).map(({ trigger }) => ({ trigger, name, cors: holds(trigger) })),
  );
  const called = routes.flatMap((route) => (route.cors ? [{ ...route, cors: route.cors }] : []));
  const paths = new Map(
    [...Map.groupBy(called, ({ trigger }) => trigger.path)].flatMap(([path, those]) => {
      const [first] = those;
      if (!first) return [];
      const served = new Map(
        [...Map.groupBy(those, ({ name }) => name)].map(([name, own]) => [name, methodsOf(own)] as const),
      );
      const takesAll = those.find(({ trigger }) => trigger.method === 'ANY');
      return [
        [path, { cors: modelOf(first.cors, those), function: (takesAll ?? first).name, served }] as const,
      ];
    }),
  );
  const [first] = called;
  const alike =
    called.length === routes.length && called.every(({ cors }) => isDeepStrictEqual(cors, first?.cors));
  return {
    all: first && alike ? modelOf(first.cors, called) : undefined,
    rest: (config.cors ?? manifest.cors ?? (alike ? first?.cors : undefined)) || undefined,
    paths,
  };
}

function isRoute(handler: HandlerDeclaration): handler is HandlerDeclaration<RouteTrigger> {
  return handler.trigger.source === 'route';
}

type Routes = readonly { readonly trigger: RouteTrigger }[];

function methodsOf(routes: Routes): readonly string[] {
  const methods = new Set(routes.map(({ trigger }) => trigger.method as string));
  return METHODS.filter((method) => methods.has(method) || methods.has('ANY'));
}

/** No gateway has to be told that OPTIONS may be asked. */
function modelOf({ methods = [], ...cors }: CorsDeclaration, routes: Routes): CorsModel {
  const said = methods.filter((method) => method !== 'OPTIONS');
  return { ...cors, methods: said.length > 0 ? said : methodsOf(routes) };
}
