import type { AnyNode, Graph, Kind } from '../../graph/node.ts';
import type { Attribute, NodeId, Value } from '../../resources/value.ts';

/** What stands locally for what only AWS knows. */
export interface LocalPlaces {
  readonly region: string;
  readonly account: string;
  /** Base URL of the app's API, without a slash at its end. */
  readonly apiUrl: string;
  /** Where AWS's protocols are spoken. */
  readonly endpoint: string;
}

/** A value with nothing left open: text, number, truth value, or a list or record of those. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

/**
 * Computes a value of the graph as it is on this machine.
 *
 * @throws Error for a parameter without a value, and for an attribute that has no meaning locally.
 */
export function resolveValue(value: Value, graph: Graph, places: LocalPlaces): PlainValue {
  const resolve = (inner: Value): PlainValue => resolveValue(inner, graph, places);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(resolve);
  if ('$join' in value && Array.isArray(value.$join))
    return localUrl(value.$join.map((piece: Value) => String(resolve(piece))).join(''), places);
  if ('$pseudo' in value) return pseudoValue(String(value.$pseudo), places);
  if ('$parameter' in value) return parameterValue(String(value.$parameter), graph);
  if ('$ref' in value) return attributeOf(value.$ref as NodeId, value.attribute as Attribute, graph, places);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner)]));
}

/** An existing queue is here, too: its URL is spelled out as AWS has it. */
function localUrl(text: string, { endpoint }: LocalPlaces): string {
  return text.replace(/^https:\/\/sqs\.[\w-]+\.amazonaws\.com(?=\/)/, endpoint);
}

function pseudoValue(name: string, { account, region }: LocalPlaces): string {
  const values: Record<string, string> = {
    accountId: account,
    region,
    partition: 'aws',
    urlSuffix: 'amazonaws.com',
  };
  return values[name] ?? '';
}

function parameterValue(name: string, graph: Graph): string {
  const value = graph.parameters.find((one) => one.name === name)?.value;
  if (value === undefined) throw new Error(`The parameter '${name}' has no value.`);
  return value;
}

/** What the app's WebSocket API is called in ARNs and events: there is one at most. */
export const LOCAL_API = 'local';

function socketApi(attribute: Attribute, stage: string, { endpoint }: LocalPlaces): string {
  const address = `${endpoint}/${stage}`;
  if (attribute === 'url') return address;
  return attribute === 'socketUrl' ? address.replace(/^http/, 'ws') : LOCAL_API;
}

/** What stands in an ARN before a resource's own name. */
const ARN_PARTS: Partial<Record<Kind, readonly [service: string, before: string]>> = {
  function: ['lambda', 'function:'],
  table: ['dynamodb', 'table/'],
  queue: ['sqs', ''],
  topic: ['sns', ''],
  stream: ['kinesis', 'stream/'],
  secret: ['secretsmanager', 'secret:'],
  role: ['iam', 'role/'],
  rule: ['events', 'rule/'],
};

/** What has the base URL of the app's routes. */
const API_KINDS: ReadonlySet<Kind> = new Set<Kind>(['function-url', 'http-api', 'rest-api']);

function attributeOf(id: NodeId, attribute: Attribute, graph: Graph, places: LocalPlaces): string {
  const node = graph.nodes.get(id);
  if (!node) throw new Error(`The graph has no ${id}.`);
  const name =
    'physicalName' in node.model ? String(resolveValue(node.model.physicalName, graph, places)) : node.name;
  if (node.kind === 'websocket-api') return socketApi(attribute, node.model.stage, places);
  if (attribute === 'url' && API_KINDS.has(node.kind)) return places.apiUrl;
  if (attribute === 'url') return `${places.endpoint}/${places.account}/${name}`;
  return attribute === 'arn' ? arnOf(node, name, places) : name;
}

function arnOf({ kind }: AnyNode, name: string, { region, account }: LocalPlaces): string {
  if (kind === 'bucket') return `arn:aws:s3:::${name}`;
  const [service = kind, before = ''] = ARN_PARTS[kind] ?? [];
  return `arn:aws:${service}:${service === 'iam' ? '' : region}:${account}:${before}${name}`;
}
