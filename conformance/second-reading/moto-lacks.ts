import type { Kind } from '../../packages/cli/src/graph/node.ts';
import type { Watcher } from '../engines/counting-proxy.ts';

/** What moto does not keep of a kind, so that a deploy wants it again each time. One that is kept fails. */
export interface Lack {
  readonly kind: Kind;
  /** Of a property of the kind. */
  readonly path: RegExp;
  /** The calls that come of that. */
  readonly calls: RegExp;
  /** AWS's page that says that it is kept. */
  readonly page: string;
}

/** Tags of a stage of an HTTP API, and the lists of its authorizers and of a route's responses: moto's server has no such paths. */
const STAGE_TAGS = /^\/v2\/tags\/.*stages/;
const AUTHORIZERS = /^\/v2\/apis\/[^/]+\/authorizers(?:\?|$)/;
const RESPONSES = /^\/v2\/apis\/[^/]+\/routes\/[^/]+\/routeresponses(?:\?|$)/;

export const lacks: readonly Lack[] = [
  {
    kind: 'function',
    path: /^log(Format|Group)$/,
    calls: /^lambda PUT .*\/configuration$/,
    page: 'https://docs.aws.amazon.com/lambda/latest/api/API_LoggingConfig.html',
  },
  {
    kind: 'http-api',
    path: /^stageTags\./,
    calls: /^apigateway POST \/v2\/tags\/.*stages/,
    page: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/tags-resource-arn.html',
  },
  {
    kind: 'http-authorizer',
    path: /^itself$/,
    calls: /^apigateway POST \/v2\/apis\/[^/]+\/authorizers$/,
    page: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html',
  },
  {
    kind: 'http-route',
    path: /^authorizer/,
    calls: /^apigateway PATCH \/v2\/apis\/[^/]+\/routes\//,
    page: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html',
  },
  {
    kind: 'websocket-stage',
    path: /^tags\./,
    calls: /^apigateway POST \/v2\/tags\/.*stages/,
    page: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/tags-resource-arn.html',
  },
  {
    kind: 'websocket-authorizer',
    path: /^itself$/,
    calls: /^apigateway POST \/v2\/apis\/[^/]+\/authorizers$/,
    page: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html',
  },
  {
    kind: 'websocket-route',
    path: /^(authorizer|reply)$/,
    calls: /^apigateway (POST|PATCH) \/v2\/apis\/[^/]+\/routes\//,
    page: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes-routeid-routeresponses.html',
  },
];

/** Answers in moto's place to the calls that it has no path for: there is nothing, and whatever is set is lost. */
export const inMotosPlace: Watcher = (_, { method, path }) => {
  const refused = { kind: 'refused', status: 404, name: 'NotFoundException' } as const;
  const listed = AUTHORIZERS.test(path) || RESPONSES.test(path);
  if (method === 'GET' && listed) return { ...refused, message: 'Moto has no such list.' };
  if (!STAGE_TAGS.test(path)) return undefined;
  return method === 'GET' ? { ...refused, message: 'Moto has no tags of a stage.' } : { kind: 'unheard' };
};
