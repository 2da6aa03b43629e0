import { type KindTemplate, refText } from '../template.ts';
import type { DnsRecordModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html */
export const dnsRecordTemplate: KindTemplate<DnsRecordModel> = {
  suffix: 'Record',
  attributes: { name: refText },
  render: ({ domainName, hostedZone, target, targetZone }, { id, value }) => ({
    [id]: {
      Type: 'AWS::Route53::RecordSet',
      Properties: {
        Name: domainName,
        Type: 'A',
        HostedZoneId: hostedZone,
        AliasTarget: { DNSName: value(target), HostedZoneId: value(targetZone) },
      },
    },
  }),
};
