import {
  type ApiGatewayV2Client,
  type ApiMapping,
  CreateApiMappingCommand,
  DeleteApiMappingCommand,
  GetApiMappingsCommand,
  GetDomainNamesCommand,
  UpdateApiMappingCommand,
} from '@aws-sdk/client-apigatewayv2';
import { afterOthers } from '../../aws/after-others.ts';
import { allPages } from '../../aws/all-pages.ts';
import { unless, unlessAbsent } from '../../aws/error-name.ts';
import type { Key, Reconciler } from '../reconciler.ts';

/**
 * The path is part of the key, so that another path is another mapping: the new one is there before the old one goes.
 * https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames-domainname-apimappings.html
 */
export const domainMappingReconciler: Reconciler<'domain-mapping'> = {
  replaces: [],
  key: ({ domainName, path }) => ({ domain: String(domainName), path }),
  wanted: ({ api, stage }) => ({ api, stage }),

  async observe({ key, model }, { clients }) {
    const found = await readMapping(await clients.apiGatewayV2(), key);
    if (!found) return undefined;
    return {
      attributes: { id: found.ApiMappingId, url: urlOf(key) },
      properties: { api: found.ApiId, stage: found.Stage },
      // It takes no tags: one that leads to another API is somebody else's, unless the journal knows it.
      ...(model && found.ApiId !== model.api && { tags: {} }),
    };
  },

  async ensure({ domainName, api: ApiId, stage: Stage, path }, { clients, signal }) {
    const gateway = await clients.apiGatewayV2();
    const request = { DomainName: String(domainName), ApiId, Stage, ApiMappingKey: path };
    const made = await unless(
      afterOthers(() => gateway.send(new CreateApiMappingCommand(request)), { signal }),
      (name, message) => name === 'ConflictException' && /already exists/i.test(message),
    );
    const key = { domain: String(domainName), path };
    return made && { attributes: { id: made.ApiMappingId, url: urlOf(key) } };
  },

  async sync({ key, model, observed }, { clients, signal }) {
    const gateway = await clients.apiGatewayV2();
    const { api: ApiId, stage: Stage } = model;
    const request = { DomainName: key.domain, ApiMappingId: observed.attributes.id, ApiId, Stage };
    await afterOthers(() => gateway.send(new UpdateApiMappingCommand(request)), { signal });
    return { attributes: observed.attributes };
  },

  async remove({ key }, { clients, signal }) {
    const gateway = await clients.apiGatewayV2();
    const found = await readMapping(gateway, key);
    if (!found) return;
    const request = { DomainName: key.domain, ApiMappingId: found.ApiMappingId };
    await unlessAbsent(afterOthers(() => gateway.send(new DeleteApiMappingCommand(request)), { signal }));
  },

  async list({ clients }, parents) {
    const apis = new Set(parents.filter(({ kind }) => /^(http|rest)-api$/.test(kind)).map(idOf));
    if (apis.size === 0) return [];
    const gateway = await clients.apiGatewayV2();
    const domains = await allPages(
      (NextToken) => gateway.send(new GetDomainNamesCommand({ NextToken })),
      ({ Items }) => Items,
    );
    const regional = domains.filter(
      ({ DomainNameConfigurations: [one] = [] }) => one?.EndpointType !== 'EDGE',
    );
    const mappings = await Promise.all(
      regional.map(async ({ DomainName: domain = '' }) =>
        (await readMappings(gateway, domain)).map((mapping) => ({ domain, ...mapping })),
      ),
    );
    return mappings
      .flat()
      .filter(({ ApiId }) => apis.has(ApiId))
      .map(({ domain, ApiMappingId, ApiMappingKey: path = '' }) => ({
        kind: 'domain-mapping',
        name: path === '' ? domain : `${domain}/${path}`,
        key: { domain, path },
        attributes: { id: ApiMappingId, url: urlOf({ domain, path }) },
      }));
  },
};

const idOf = ({ attributes }: { readonly attributes: { readonly id?: string } }) => attributes.id;

/** `https://api.example.com/orders`. */
export const urlOf = ({ domain, path }: Key): string => `https://${domain}${path ? `/${path}` : ''}`;

async function readMapping(
  gateway: ApiGatewayV2Client,
  { domain, path }: Key,
): Promise<ApiMapping | undefined> {
  const mappings = await readMappings(gateway, domain);
  return mappings.find(({ ApiMappingKey = '' }) => ApiMappingKey === path);
}

/** None where the name isn't there. */
function readMappings(
  gateway: ApiGatewayV2Client,
  DomainName: string | undefined,
): Promise<readonly ApiMapping[]> {
  return allPages(
    (NextToken) => unlessAbsent(gateway.send(new GetApiMappingsCommand({ DomainName, NextToken }))),
    (page) => page?.Items,
  );
}
