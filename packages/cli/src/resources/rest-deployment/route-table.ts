import { createHash } from 'node:crypto';
import type { Known } from '../known.ts';
import type { Scope } from '../reconciler.ts';
import { INVOCATION, type RestDeploymentModel } from './model.ts';

/** One method of one path, as AWS is told of it and as it says it. */
export type RestMethod = {
  readonly authorization?: string | undefined;
  /** The id of an authorizer. */
  readonly authorizer?: string | undefined;
  /** Scopes, parted by blanks. */
  readonly scopes?: string | undefined;
  readonly apiKey?: true | undefined;
  readonly type?: string | undefined;
  /** The function's ARN, or whatever else the method goes to. */
  readonly function?: string | undefined;
  /** Milliseconds. */
  readonly timeout?: number | undefined;
  /** Answers are sent on as they are made. */
  readonly stream?: true | undefined;
};

/** Methods by `GET /users/{id}`. */
export type RouteTable = { readonly [name: string]: RestMethod };
type WantedTable = { readonly [name: string]: RestMethod & { readonly function: string } };

/** A resource of a REST API with its methods, as far as it takes to compare it. */
export interface RestResource {
  readonly id?: string | undefined;
  readonly path?: string | undefined;
  readonly resourceMethods?: Readonly<Record<string, ResourceMethod>> | undefined;
}
interface ResourceMethod {
  readonly authorizationType?: string | undefined;
  readonly authorizerId?: string | undefined;
  readonly authorizationScopes?: readonly string[] | undefined;
  readonly apiKeyRequired?: boolean | undefined;
  readonly methodIntegration?: MethodIntegration | undefined;
}
interface MethodIntegration {
  readonly type?: string | undefined;
  readonly uri?: string | undefined;
  readonly timeoutInMillis?: number | undefined;
  readonly responseTransferMode?: string | undefined;
  /** Of answers that the gateway gives by itself. */
  readonly contentHandling?: string | undefined;
  readonly requestTemplates?: Readonly<Record<string, string>> | undefined;
  readonly integrationResponses?:
    | Readonly<Record<string, { readonly responseParameters?: Readonly<Record<string, string>> | undefined }>>
    | undefined;
}

/** What the description of every deployment of ours begins with. */
const MARK = 'tankard ';
/** Milliseconds: the longest that a REST API waits without a raised quota. */
const TIMEOUT = 29_000;

/** What every method of ours has. */
const OURS = { authorization: 'NONE', type: 'AWS_PROXY', timeout: TIMEOUT } as const;

/** The methods that the app wants. */
export function wantedTable({ routes }: Pick<Known<RestDeploymentModel>, 'routes'>): WantedTable {
  return Object.fromEntries(
    routes.map(({ method, path, ...route }) => [`${method} ${path}`, { ...OURS, ...callersOf(route) }]),
  );
}

/** Who may call a method, and where the call goes. */
function callersOf({
  function: called,
  authorization,
  apiKey,
  stream,
}: Omit<Known<RestDeploymentModel>['routes'][number], 'method' | 'path'>) {
  return {
    function: called,
    timeout: stream ?? OURS.timeout,
    ...(stream && ({ stream: true } as const)),
    authorization: authorization?.type ?? OURS.authorization,
    authorizer: authorization?.authorizer,
    scopes: authorization?.scopes?.toSorted().join(' '),
    apiKey: apiKey || undefined,
  } as const;
}

/** The methods that AWS has, but for those that the gateway answers by itself. */
export function observedTable(resources: readonly RestResource[]): RouteTable {
  return Object.fromEntries(
    resources.flatMap(({ path, resourceMethods = {} }) =>
      Object.entries(resourceMethods)
        .filter(([method, one]) => !isPreflight(method, one))
        .map(([method, one]) => [`${method} ${path}`, methodOf(one)]),
    ),
  );
}

function isPreflight(method: string, { methodIntegration }: ResourceMethod): boolean {
  return method === 'OPTIONS' && methodIntegration?.type === 'MOCK';
}

function methodOf({ authorizationType, methodIntegration, ...method }: ResourceMethod): RestMethod {
  return {
    authorization: authorizationType,
    authorizer: method.authorizerId || undefined,
    scopes: method.authorizationScopes?.toSorted().join(' ') || undefined,
    apiKey: method.apiKeyRequired || undefined,
    type: methodIntegration?.type,
    timeout: methodIntegration?.timeoutInMillis,
    ...calledAt(methodIntegration),
  };
}

/** Where a call goes, and how; where the address is not of the mode, all of the address. An engine may tell no mode. */
function calledAt({ uri, responseTransferMode: mode }: MethodIntegration = {}): RestMethod {
  const [, called, streams] = /\/functions\/(.*)\/(response-streaming-)?invocations$/.exec(uri ?? '') ?? [];
  const stream = mode === undefined ? streams !== undefined : mode === 'STREAM';
  const fits = stream === (streams !== undefined);
  return { function: fits ? (called ?? uri) : uri, ...(stream && { stream }) };
}

/** Each method in one line: where it goes, and what of it is not as we make methods. */
export function tableText(table: RouteTable): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(table).map(([name, method]) => [name, methodText(method)]));
}

function methodText(method: RestMethod): string {
  const { authorizer, scopes, apiKey, stream } = method;
  const others = (['authorization', 'type', 'timeout'] as const).filter(
    (name) => method[name] !== OURS[name],
  );
  return [
    method.function ?? 'nowhere',
    ...others.map((name) => `${name} ${method[name]}`),
    ...(authorizer === undefined ? [] : [`authorizer ${authorizer}`]),
    ...(scopes === undefined ? [] : [`scopes ${scopes}`]),
    ...(apiKey ? ['API key'] : []),
    ...(stream ? ['stream'] : []),
  ].join(', ');
}

/**
 * What a deployment is described with, so that the routes it was made from can be told from it: AWS keeps
 * their picture but does not show where they went.
 */
export function describeTable(table: Readonly<Record<string, unknown>>): string {
  const sorted = Object.entries(table).sort(([one], [other]) => (one < other ? -1 : 1));
  return `${MARK}${createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 12)}`;
}
/** Whether a deployment was made by a deploy of ours. */
export const isOurs = (description = ''): boolean => description.startsWith(MARK);

/** The address at which API Gateway calls a function. */
export function invocationUri(functionArn: string, { partition, region }: Scope, stream?: true): string {
  const { version, action } = INVOCATION[stream ? 'stream' : 'whole'];
  return `arn:${partition}:apigateway:${region}:lambda:path/${version}/functions/${functionArn}/${action}`;
}

/** What is to be deleted, by ids. */
export interface Leftovers {
  /** Methods of paths that stay. */
  readonly methods: readonly { readonly resourceId: string | undefined; readonly httpMethod: string }[];
  /** Resources, the deepest first: each goes with all that is below it. */
  readonly paths: readonly (string | undefined)[];
}

/** What is there and not wanted. The root is the API's own and stays. */
export function leftovers(
  resources: readonly RestResource[],
  wanted: { readonly routes: object; readonly paths: readonly string[] },
): Leftovers {
  const stays = ({ path = '/' }: RestResource) => path === '/' || wanted.paths.includes(path);
  return {
    methods: resources.filter(stays).flatMap(({ id, path, resourceMethods = {} }) =>
      Object.keys(resourceMethods)
        .filter((method) => !(`${method} ${path}` in wanted.routes))
        .map((httpMethod) => ({ resourceId: id, httpMethod })),
    ),
    paths: resources
      .filter((resource) => !stays(resource))
      .toSorted((a, b) => depthOf(b) - depthOf(a))
      .map(({ id }) => id),
  };
}

const depthOf = ({ path = '' }: RestResource): number => path.split('/').length;
