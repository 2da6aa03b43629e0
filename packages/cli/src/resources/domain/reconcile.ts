import {
  type ApiGatewayV2Client,
  CreateDomainNameCommand,
  DeleteDomainNameCommand,
  type DomainNameConfiguration,
  GetDomainNameCommand,
  type GetDomainNameCommandOutput,
  GetDomainNamesCommand,
  UpdateDomainNameCommand,
} from '@aws-sdk/client-apigatewayv2';
import { afterOthers } from '../../aws/after-others.ts';
import { allPages } from '../../aws/all-pages.ts';
import { unless, unlessAbsent } from '../../aws/error-name.ts';
import type { Known } from '../known.ts';
import { apiArn } from '../own-api.ts';
import { isOwned } from '../ownership.ts';
import type { Attributes, Reconciler } from '../reconciler.ts';
import { syncTags } from '../rest-api/reconcile.ts';
import type { DomainModel } from './model.ts';
import { domainTaken } from './taken.ts';

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames.html */
export const domainReconciler: Reconciler<'domain'> = {
  replaces: [],
  key: ({ domainName }) => ({ name: domainName }),
  wanted: ({ certificate }, { tags }) => ({ certificate, endpoint: 'REGIONAL', tags }),

  async observe({ key: { name } }, { clients, ownTags }) {
    const domain = await readDomain(await clients.apiGatewayV2(), name);
    if (!domain) return undefined;
    const { DomainNameConfigurations: [configuration] = [], Tags: tags = {} } = domain;
    return {
      attributes: attributesOf(name, configuration),
      properties: {
        certificate: configuration?.CertificateArn,
        endpoint: configuration?.EndpointType,
        tags: ownTags(tags),
      },
      tags,
    };
  },

  async ensure(model, { clients, tags, signal }) {
    const gateway = await clients.apiGatewayV2();
    const request = new CreateDomainNameCommand({ ...requestOf(model), Tags: { ...tags } });
    const made = await unless(
      afterOthers(() => gateway.send(request), { signal }),
      isTaken,
    );
    if (made) return { attributes: attributesOf(model.domainName, made.DomainNameConfigurations?.[0]) };
    if (!(await readDomain(gateway, model.domainName))) throw domainTaken(model.domainName);
    return undefined;
  },

  async sync({ model, observed, changed }, context) {
    const gateway = await context.clients.apiGatewayV2();
    if (changed.has('certificate') || changed.has('endpoint'))
      await afterOthers(() => gateway.send(new UpdateDomainNameCommand(requestOf(model))), context);
    if (changed.has('tags')) await syncTags(apiArn(context.scope, 'domainnames', model.domainName), context);
    return { attributes: observed.attributes };
  },

  async remove({ key: { name: DomainName } }, { clients, signal }) {
    const gateway = await clients.apiGatewayV2();
    const call = () => gateway.send(new DeleteDomainNameCommand({ DomainName }));
    await unlessAbsent(afterOthers(call, { signal }));
  },

  async list({ clients, scope }) {
    const domains = await allPages(
      async (NextToken) => (await clients.apiGatewayV2()).send(new GetDomainNamesCommand({ NextToken })),
      ({ Items }) => Items,
    );
    return domains
      .map(({ DomainName: name = '', DomainNameConfigurations: [configuration] = [], Tags = {} }) => ({
        ...{ name, configuration, tags: Tags },
      }))
      .filter(({ configuration, tags }) => configuration?.EndpointType !== 'EDGE' && isOwned(tags, scope))
      .map(({ name, configuration }) => ({
        kind: 'domain',
        ...{ name, key: { name } },
        attributes: attributesOf(name, configuration),
      }));
  },
};

/** Also said of a name that nobody here can see: in another account or region. */
export const isTaken = (name: string, message: string): boolean =>
  (name === 'ConflictException' || name === 'BadRequestException') &&
  /already (exists|in use)/i.test(message);

const requestOf = ({ domainName: DomainName, certificate: CertificateArn }: Known<DomainModel>) => {
  const fixed = { EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2' } as const;
  return { DomainName, DomainNameConfigurations: [{ CertificateArn, ...fixed }] };
};

/** Where the name has to lead. */
const attributesOf = (name: string | undefined, configuration?: DomainNameConfiguration): Attributes => ({
  ...(name !== undefined && { name }),
  ...(configuration?.ApiGatewayDomainName && { target: configuration.ApiGatewayDomainName }),
  ...(configuration?.HostedZoneId && { zone: configuration.HostedZoneId }),
});

function readDomain(
  gateway: ApiGatewayV2Client,
  DomainName: string | undefined,
): Promise<GetDomainNameCommandOutput | undefined> {
  return unlessAbsent(gateway.send(new GetDomainNameCommand({ DomainName })));
}
