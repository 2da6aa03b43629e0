import {
  type APIGatewayClient,
  type BasePathMapping,
  CreateBasePathMappingCommand,
  DeleteBasePathMappingCommand,
  GetBasePathMappingCommand,
  paginateGetBasePathMappings,
  paginateGetDomainNames,
  UpdateBasePathMappingCommand,
} from '@aws-sdk/client-api-gateway';
import { afterOthers } from '../../aws/after-others.ts';
import { allItems } from '../../aws/all-pages.ts';
import { unless, unlessAbsent } from '../../aws/error-name.ts';
import { urlOf } from '../domain-mapping/reconcile.ts';
import type { Key, Reconciler } from '../reconciler.ts';

/** What one page holds at most. */
const PAGE = 500;
/** What AWS calls the whole name. */
const NONE = '(none)';

/**
 * As with a regional name another path is another mapping: the new one is there before the old one goes.
 * https://docs.aws.amazon.com/apigateway/latest/api/API_CreateBasePathMapping.html
 */
export const edgeMappingReconciler: Reconciler<'edge-mapping'> = {
  replaces: [],
  key: ({ domainName, path }) => ({ domain: String(domainName), path }),
  wanted: ({ api, stage }) => ({ api, stage }),

  async observe({ key, model }, { clients }) {
    const found = await readMapping(await clients.apiGateway(), key);
    if (!found) return undefined;
    return {
      attributes: { url: urlOf(key) },
      properties: { api: found.restApiId, stage: found.stage },
      // It takes no tags: one that leads to another API is somebody else's, unless the journal knows it.
      ...(model && found.restApiId !== model.api && { tags: {} }),
    };
  },

  async ensure({ domainName, api: restApiId, stage, path }, { clients, signal }) {
    const gateway = await clients.apiGateway();
    const key = { domain: String(domainName), path };
    const request = { ...mappingOf(key), restApiId, stage };
    const made = await unless(
      afterOthers(() => gateway.send(new CreateBasePathMappingCommand(request)), { signal }),
      (name, message) => name === 'ConflictException' && /already exists/i.test(message),
    );
    return made && { attributes: { url: urlOf(key) } };
  },

  async sync({ key, model, observed, changed }, { clients, signal }) {
    const gateway = await clients.apiGateway();
    const patches = { api: ['/restapiId', model.api], stage: ['/stage', model.stage] } as const;
    const patchOperations = Object.entries(patches)
      .filter(([name]) => changed.has(name))
      .map(([, [path, value]]) => ({ op: 'replace' as const, path, value }));
    const request = { ...mappingOf(key), patchOperations };
    await afterOthers(() => gateway.send(new UpdateBasePathMappingCommand(request)), { signal });
    return { attributes: observed.attributes };
  },

  async remove({ key }, { clients, signal }) {
    const gateway = await clients.apiGateway();
    const call = () => gateway.send(new DeleteBasePathMappingCommand(mappingOf(key)));
    await unlessAbsent(afterOthers(call, { signal }));
  },

  async list({ clients }, parents) {
    const apis = new Set(
      parents.flatMap(({ kind, attributes }) => (kind === 'rest-api' ? [attributes.id] : [])),
    );
    if (apis.size === 0) return [];
    const client = await clients.apiGateway();
    const domains = await allItems(paginateGetDomainNames({ client }, { limit: PAGE }), ({ items }) => items);
    const edge = domains.filter(({ endpointConfiguration }) =>
      endpointConfiguration?.types?.includes('EDGE'),
    );
    const mappings = await Promise.all(
      edge.map(async ({ domainName: domain = '' }) => {
        const pages = paginateGetBasePathMappings({ client }, { domainName: domain, limit: PAGE });
        return (await allItems(pages, ({ items }) => items)).map((mapping) => ({ domain, ...mapping }));
      }),
    );
    return mappings
      .flat()
      .filter(({ restApiId }) => apis.has(restApiId))
      .map(({ domain, basePath = NONE }) => {
        const path = basePath === NONE ? '' : basePath;
        return {
          kind: 'edge-mapping',
          name: path === '' ? domain : `${domain}/${path}`,
          key: { domain, path },
          attributes: { url: urlOf({ domain, path }) },
        };
      });
  },
};

const mappingOf = ({ domain, path }: Key) => ({ domainName: domain, basePath: path || NONE });

function readMapping(client: APIGatewayClient, key: Key): Promise<BasePathMapping | undefined> {
  return unlessAbsent(client.send(new GetBasePathMappingCommand(mappingOf(key))));
}
