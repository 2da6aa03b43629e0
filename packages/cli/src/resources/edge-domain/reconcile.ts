import {
  type APIGatewayClient,
  CreateDomainNameCommand,
  DeleteDomainNameCommand,
  type DomainName,
  GetDomainNameCommand,
  paginateGetDomainNames,
  UpdateDomainNameCommand,
} from '@aws-sdk/client-api-gateway';
import { afterOthers } from '../../aws/after-others.ts';
import { allItems } from '../../aws/all-pages.ts';
import { unless, unlessAbsent } from '../../aws/error-name.ts';
import { isTaken } from '../domain/reconcile.ts';
import { domainTaken } from '../domain/taken.ts';
import { apiArn } from '../own-api.ts';
import { isOwned } from '../ownership.ts';
import type { Attributes, Reconciler } from '../reconciler.ts';
import { syncTags } from '../rest-api/reconcile.ts';

/** What one page holds at most. */
const PAGE = 500;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDomainName.html */
export const edgeDomainReconciler: Reconciler<'edge-domain'> = {
  replaces: [],
  key: ({ domainName }) => ({ name: domainName }),
  wanted: ({ certificate }, { tags }) => ({ certificate, tags }),

  async observe({ key: { name } }, { clients, ownTags }) {
    const domain = await readDomain(await clients.apiGateway(), name);
    if (!isEdge(domain)) return undefined;
    const { certificateArn: certificate, tags = {} } = domain;
    return { attributes: attributesOf(domain), properties: { certificate, tags: ownTags(tags) }, tags };
  },

  async ensure({ domainName, certificate }, { clients, tags, signal }) {
    const gateway = await clients.apiGateway();
    const request = {
      domainName,
      certificateArn: certificate,
      endpointConfiguration: { types: ['EDGE' as const] },
      securityPolicy: 'TLS_1_2' as const,
      tags: { ...tags },
    };
    const made = await unless(
      afterOthers(() => gateway.send(new CreateDomainNameCommand(request)), { signal }),
      isTaken,
    );
    if (made) return { attributes: attributesOf(made) };
    if (!isEdge(await readDomain(gateway, domainName))) throw domainTaken(domainName);
    return undefined;
  },

  async sync({ model: { domainName, certificate }, observed, changed }, context) {
    if (changed.has('certificate')) {
      const gateway = await context.clients.apiGateway();
      const patch = { op: 'replace', path: '/certificateArn', value: certificate } as const;
      const request = { domainName, patchOperations: [patch] };
      await afterOthers(() => gateway.send(new UpdateDomainNameCommand(request)), context);
    }
    if (changed.has('tags')) await syncTags(apiArn(context.scope, 'domainnames', domainName), context);
    return { attributes: observed.attributes };
  },

  async remove({ key: { name: domainName } }, { clients, signal }) {
    const gateway = await clients.apiGateway();
    const call = () => gateway.send(new DeleteDomainNameCommand({ domainName }));
    await unlessAbsent(afterOthers(call, { signal }));
  },

  async list({ clients, scope }) {
    const client = await clients.apiGateway();
    const domains = await allItems(paginateGetDomainNames({ client }, { limit: PAGE }), ({ items }) => items);
    return domains
      .filter((domain) => isEdge(domain) && isOwned(domain.tags ?? {}, scope))
      .map((domain) => ({
        kind: 'edge-domain',
        name: domain.domainName ?? '',
        key: { name: domain.domainName ?? '' },
        attributes: attributesOf(domain),
      }));
  },
};

const isEdge = (domain: DomainName | undefined): domain is DomainName =>
  domain?.endpointConfiguration?.types?.includes('EDGE') === true;

/** Where the name has to lead. */
const attributesOf = (domain: DomainName): Attributes => ({
  ...(domain.domainName && { name: domain.domainName }),
  ...(domain.distributionDomainName && { target: domain.distributionDomainName }),
  ...(domain.distributionHostedZoneId && { zone: domain.distributionHostedZoneId }),
});

function readDomain(
  client: APIGatewayClient,
  domainName: string | undefined,
): Promise<DomainName | undefined> {
  return unlessAbsent(client.send(new GetDomainNameCommand({ domainName })));
}
