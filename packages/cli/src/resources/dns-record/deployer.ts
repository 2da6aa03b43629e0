import { ANY, type KindDeployer } from '../deployer.ts';
import { join, pseudo } from '../value.ts';
import type { DnsRecordModel } from './model.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53.html */
export const dnsRecordDeployer: KindDeployer<DnsRecordModel> = {
  find: () => [{ actions: ['route53:ListHostedZones'], resources: ANY }],
  bring: (_, { hostedZone, domainName }) => {
    const zone = join('arn:', pseudo('partition'), `:route53:::hostedzone/${hostedZone}`);
    return [
      { actions: ['route53:ListResourceRecordSets'], resources: [zone] },
      {
        actions: ['route53:ChangeResourceRecordSets'],
        resources: [zone],
        conditions: {
          'ForAllValues:StringEquals': {
            'route53:ChangeResourceRecordSetsNormalizedRecordNames': [domainName],
          },
        },
      },
    ];
  },
};
