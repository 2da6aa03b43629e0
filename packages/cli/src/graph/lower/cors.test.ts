import type { ApiTarget } from '@tankard/framework/config';
import type { CorsDeclaration, Manifest, RouteTrigger } from '@tankard/framework/manifest';
import { corsDeclaration } from '@tankard/framework/rules';
import { describe, expect, it } from 'vitest';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { buildGraph } from '../build-graph.ts';
import { configOf, handler, inputOf, manifestOf } from '../testing/given.ts';
import { idsOf, nodeOf } from '../testing/node-of.ts';

const all = corsDeclaration(true);
const shop = corsDeclaration({ origins: ['https://shop.example'], credentials: true, maxAge: 60 });
const two = corsDeclaration({ origins: ['https://a.example', 'https://b.example'] });

function route(text: string, cors?: CorsDeclaration | false, of?: string) {
  const [method = '', path = ''] = text.split(' ');
  const name = text.replaceAll(/\W+/g, '_');
  return handler(name, {
    source: 'route',
    method: method as RouteTrigger['method'],
    path,
    cors,
    function: of,
  });
}

interface Given extends Partial<Manifest> {
  readonly config?: Partial<ResolvedConfig>;
}
const graphFor = (api: ApiTarget, { config, ...manifest }: Given) =>
  buildGraph(inputOf(manifestOf(manifest), configOf({ ...config, api })));
const variable = (graph: ReturnType<typeof graphFor>, name = 'api') => {
  const text = nodeOf(graph, 'function', name).model.environment.TANKARD_CORS;
  return text === undefined ? undefined : JSON.parse(String(text));
};

describe('an HTTP API', () => {
  it('answers pages itself where all routes say the same, and its functions are silent', () => {
    const graph = graphFor('http', { handlers: [route('GET /a', shop), route('ANY /b', shop)] });
    expect(nodeOf(graph, 'http-api', 'api').model.cors).toEqual({
      ...shop,
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    });
    expect(idsOf(graph, 'http-route')).toEqual(['http-route:GET /a', 'http-route:ANY /b']);
    expect(variable(graph)).toEqual({ cors: false });
  });

  it.each([
    ['one says otherwise', [route('GET /a', all), route('PUT /a', all), route('GET /b', shop)]],
    [
      'one wants none',
      [route('GET /a', all), route('PUT /a', all), route('GET /c', false), route('GET /b', two)],
    ],
  ])('leaves pages to its functions, which get what browsers ask, where %s', (_, handlers) => {
    const graph = graphFor('http', { handlers });
    expect(nodeOf(graph, 'http-api', 'api').model.cors).toBe(undefined);
    expect(idsOf(graph, 'http-route').filter((id) => id.includes('OPTIONS'))).toEqual([
      'http-route:OPTIONS /a',
      'http-route:OPTIONS /b',
    ]);
    expect(variable(graph)).toBe(undefined);
  });

  it('needs no route for what browsers ask where another one takes it', () => {
    const any = graphFor('http', { handlers: [route('ANY /a', all), route('GET /b', false)] });
    expect(idsOf(any, 'http-route')).toEqual(['http-route:ANY /a', 'http-route:GET /b']);
    const handlers = [route('GET /a', all), route('GET /b', false)];
    expect(idsOf(graphFor('http', { handlers, notFound: 'app' }), 'http-route')).toEqual([
      'http-route:$default',
    ]);
  });

  it('tells the function that answers for a path which methods the others have there', () => {
    const handlers = [
      route('GET /a', all, 'one'),
      route('PUT /a', all, 'two'),
      route('GET /b', false, 'two'),
    ];
    const graph = graphFor('http', { handlers });
    expect(nodeOf(graph, 'http-route', 'OPTIONS /a').model.function).toBe('function:one');
    expect(variable(graph, 'one')).toEqual({ methods: { '/a': ['PUT'] } });
    expect(variable(graph, 'two')).toBe(undefined);
  });

  it('counts these routes among those that it takes', () => {
    const handlers = Array.from({ length: 151 }, (_, index) => route(`GET /r${index}`, index ? all : shop));
    expect(idsOf(graphFor('http', { handlers }), 'http-route')).toEqual(['http-route:$default']);
    expect(idsOf(graphFor('http', { handlers: handlers.slice(1) }), 'http-route')).toHaveLength(150);
  });
});

describe('a function URL', () => {
  it('answers pages itself where all routes say the same, else its function does', () => {
    const alike = graphFor('function-url', { handlers: [route('GET /a', shop)] });
    expect(nodeOf(alike, 'function-url', 'api').model.cors).toEqual({ ...shop, methods: ['GET'] });
    expect(variable(alike)).toEqual({ cors: false });
    const other = graphFor('function-url', { handlers: [route('GET /a', shop), route('GET /b')] });
    expect(nodeOf(other, 'function-url', 'api').model.cors).toBe(undefined);
    expect(variable(other)).toBe(undefined);
  });
});

describe('a REST API', () => {
  const deployed = (given: Given) => nodeOf(graphFor('rest', given), 'rest-deployment', 'api').model;

  it('answers what browsers ask where it is the same for all, and its functions the rest', () => {
    const given = {
      cors: shop,
      handlers: [route('GET /a', shop), route('PUT /a', shop), route('GET /b', two)],
    };
    const { preflights, routes, settings } = deployed(given);
    expect(preflights).toEqual([
      {
        path: '/a',
        headers: {
          'Access-Control-Allow-Origin': 'https://shop.example',
          'Access-Control-Allow-Headers': shop.headers.join(','),
          'Access-Control-Allow-Methods': 'GET,PUT,OPTIONS',
          'Access-Control-Allow-Credentials': 'true',
          'Access-Control-Max-Age': '60',
        },
      },
    ]);
    expect(routes.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /a',
      'PUT /a',
      'GET /b',
      'OPTIONS /b',
    ]);
    expect(settings?.errorHeaders).toMatchObject({
      'Access-Control-Allow-Origin': 'https://shop.example',
      'Access-Control-Allow-Credentials': 'true',
    });
    expect(variable(graphFor('rest', given))).toBe(undefined);
  });

  it('lets everybody read its own errors where several origins may call', () => {
    const handlers = [route('GET /a', two)];
    expect(deployed({ cors: two, handlers }).settings?.errorHeaders).toEqual({
      'Access-Control-Allow-Origin': '*',
    });
    expect(deployed({ handlers: [route('GET /a', two), route('GET /b', shop)] }).settings?.errorHeaders).toBe(
      undefined,
    );
  });

  it('answers for every path where the function takes them all', () => {
    const { preflights } = deployed({ handlers: [route('GET /a', all)], notFound: 'app' });
    expect(preflights?.map(({ path }) => path)).toEqual(['/', '/{proxy+}']);
  });

  it('takes everything by one route where it would have too many parts of paths', () => {
    const handlers = Array.from({ length: 150 }, (_, index) => route(`GET /a${index}/b`));
    const paths = (some: typeof handlers) => deployed({ handlers: some }).routes.map(({ path }) => path);
    expect(paths(handlers)).toEqual(['/', '/{proxy+}']);
    expect(paths(handlers.slice(1))).toHaveLength(149);
  });
});

describe('the configuration', () => {
  it('stands for what every route says, but those that want none', () => {
    const handlers = [route('GET /a', two), route('GET /b'), route('GET /c', false)];
    const graph = graphFor('http', { handlers, config: { cors: shop } });
    expect(idsOf(graph, 'http-route').filter((id) => id.includes('OPTIONS'))).toHaveLength(2);
    expect(variable(graph)).toEqual({ cors: shop });
    const alike = graphFor('http', { handlers: handlers.slice(0, 2), config: { cors: shop } });
    expect(nodeOf(alike, 'http-api', 'api').model.cors?.origins).toEqual(shop.origins);
  });

  it('may silence all', () => {
    const graph = graphFor('rest', { cors: all, handlers: [route('GET /a', all)], config: { cors: false } });
    const { preflights, settings } = nodeOf(graph, 'rest-deployment', 'api').model;
    expect([preflights, settings?.errorHeaders, variable(graph)]).toEqual([
      undefined,
      undefined,
      { cors: false },
    ]);
  });
});
