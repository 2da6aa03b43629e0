import {
  type Change,
  ChangeResourceRecordSetsCommand,
  ListResourceRecordSetsCommand,
  paginateListHostedZones,
  type ResourceRecordSet,
  type Route53Client,
} from '@aws-sdk/client-route-53';
import { allItems } from '../../aws/all-pages.ts';
import { unless, unlessAbsent } from '../../aws/error-name.ts';
import type { Known } from '../known.ts';
import type { Attributes, Reconciler } from '../reconciler.ts';
import type { DnsRecordModel } from './model.ts';

/**
 * An alias of the type A. Route 53 knows no owner of a record: ours leads to our name in API Gateway.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html
 */
export const dnsRecordReconciler: Reconciler<'dns-record'> = {
  replaces: [],
  key: ({ hostedZone, domainName }) => ({ zone: hostedZone, name: domainName }),
  wanted: ({ target, targetZone }) => ({ target: plainName(String(target)), targetZone }),

  async observe({ key: { zone = '', name = '' }, model }, { clients }) {
    const record = await readRecord(await clients.route53(), zone, name);
    if (!record) return undefined;
    const { DNSName, HostedZoneId: targetZone } = record.AliasTarget ?? {};
    const target = plainName(DNSName ?? '');
    return {
      attributes: { name, target },
      properties: { target, targetZone },
      ...(model && target !== plainName(String(model.target)) && { tags: {} }),
    };
  },

  async ensure(model, { clients }) {
    const made = await unless(
      change(await clients.route53(), model.hostedZone, 'CREATE', recordOf(model)),
      (name, message) => name === 'InvalidChangeBatch' && /already exists/i.test(message),
    );
    return made && { attributes: attributesOf(model) };
  },

  async sync({ model }, { clients }) {
    await change(await clients.route53(), model.hostedZone, 'UPSERT', recordOf(model));
    return { attributes: attributesOf(model) };
  },

  async remove({ key: { zone = '', name = '' }, recorded }, { clients }) {
    const route53 = await clients.route53();
    const record = await readRecord(route53, zone, name);
    // Somebody has made it lead elsewhere meanwhile: it is theirs.
    if (!record || plainName(record.AliasTarget?.DNSName ?? '') !== recorded?.attributes.target) return;
    await change(route53, zone, 'DELETE', record);
  },

  async list({ clients }, parents) {
    const domains = parents.filter(({ kind }) => kind === 'domain' || kind === 'edge-domain');
    if (domains.length === 0) return [];
    const client = await clients.route53();
    const zones = await allItems(paginateListHostedZones({ client }, {}), ({ HostedZones }) => HostedZones);
    const pairs = domains.flatMap(({ name, attributes }) =>
      zones
        .filter((zone) => `.${name}`.endsWith(`.${plainName(zone.Name ?? '')}`))
        .map(({ Id = '' }) => ({
          name,
          target: attributes.target ?? '',
          zone: Id.replace('/hostedzone/', ''),
        })),
    );
    const records = await Promise.all(
      pairs.map(async (pair) => ({ ...pair, record: await readRecord(client, pair.zone, pair.name) })),
    );
    return records
      .filter(
        ({ target, record }) =>
          record?.AliasTarget?.DNSName && plainName(record.AliasTarget.DNSName) === plainName(target),
      )
      .map(({ zone, name, target }) => ({
        kind: 'dns-record',
        name,
        key: { zone, name },
        attributes: { name, target: plainName(target) },
      }));
  },
};

/** Route 53 ends names with a dot and answers in small letters. */
const plainName = (name: string): string => name.toLowerCase().replace(/\.$/, '');

const attributesOf = ({ domainName, target }: Known<DnsRecordModel>): Attributes => ({
  name: domainName,
  target: plainName(String(target)),
});

const recordOf = ({ domainName, target, targetZone }: Known<DnsRecordModel>): ResourceRecordSet => ({
  Name: domainName,
  Type: 'A',
  AliasTarget: { DNSName: String(target), HostedZoneId: String(targetZone), EvaluateTargetHealth: false },
});

function change(
  route53: Route53Client,
  HostedZoneId: string,
  Action: NonNullable<Change['Action']>,
  record: ResourceRecordSet,
): Promise<object> {
  const Changes = [{ Action, ResourceRecordSet: record }];
  return route53.send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch: { Changes } }));
}

/** The record of the type A of a name; nothing where there is none. */
async function readRecord(
  route53: Route53Client,
  HostedZoneId: string,
  name: string,
): Promise<ResourceRecordSet | undefined> {
  const request = { HostedZoneId, StartRecordName: name, StartRecordType: 'A', MaxItems: 1 } as const;
  const answer = await unlessAbsent(route53.send(new ListResourceRecordSetsCommand(request)));
  return answer?.ResourceRecordSets?.find(({ Name = '', Type }) => plainName(Name) === name && Type === 'A');
}
