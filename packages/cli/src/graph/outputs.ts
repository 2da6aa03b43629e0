import type { ResourceDeclaration } from '@tankard/framework/manifest';
import { pascalCase } from '../resources/logical-id.ts';
import { ref, type Value } from '../resources/value.ts';
import { apiUrl } from './lower/api.ts';
import { mappedUrl, ownerId } from './lower/domain-names.ts';
import type { Lowering } from './lower/lowering.ts';
import { socketUrl } from './lower/websocket.ts';
import type { GraphOutput } from './node.ts';

/** What a queue or another kind is known by outside of the app. */
const SHOWN = {
  table: 'Name',
  bucket: 'Name',
  queue: 'Url',
  topic: 'Arn',
  stream: 'Name',
  secret: 'Arn',
} as const;

/** The addresses of the app's APIs, and what each declared resource is called. */
export function graphOutputs({ manifest, config, values }: Lowering): readonly GraphOutput[] {
  const url = apiUrl(manifest, config);
  const { domain } = config;
  const resources = manifest.resources.flatMap((declaration): GraphOutput[] => {
    const { kind, name, existing } = declaration;
    if (kind === 'parameter' || existing !== undefined) return [];
    const shown = SHOWN[kind];
    const value = shown === 'Arn' ? values.arn({ kind, name }) : values.address({ kind, name });
    return [{ name: outputName(declaration, shown), description: `${shown} of the ${kind} ${name}`, value }];
  });
  const routes =
    url === undefined ? [] : [urlOutput(domain ? mappedUrl(domain) : url), ...targetOutput(domain)];
  return [...routes, ...socketOutput(manifest), ...resources];
}

const urlOutput = (value: Value): GraphOutput => ({ name: 'Url', description: 'Base URL of the API', value });

function socketOutput(manifest: Lowering['manifest']): readonly GraphOutput[] {
  const value = socketUrl(manifest);
  return value === undefined
    ? []
    : [{ name: 'WebsocketUrl', description: 'Where WebSockets connect', value }];
}

/** What whoever keeps the name's records has to be told. */
function targetOutput(domain: Lowering['config']['domain']): readonly GraphOutput[] {
  const owner = domain && ownerId(domain);
  if (!owner) return [];
  const description = `Where ${domain.name} has to lead: the target of its CNAME or alias`;
  return [{ name: 'DomainTarget', description, value: ref(owner, 'target') }];
}

/** `SubscribersTableName`; a kind that ends the name already is not said twice. */
function outputName({ kind, name }: ResourceDeclaration, shown: string): string {
  const title = pascalCase(kind);
  const stem = pascalCase(name);
  return `${stem.endsWith(title) ? stem : stem + title}${shown}`;
}
