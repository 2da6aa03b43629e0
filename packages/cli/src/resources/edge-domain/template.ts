import { attributeText, type KindTemplate, refText, tagList } from '../template.ts';
import type { EdgeDomainModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-domainname.html */
export const edgeDomainTemplate: KindTemplate<EdgeDomainModel> = {
  suffix: 'EdgeDomain',
  attributes: {
    name: refText,
    target: attributeText('DistributionDomainName'),
    zone: attributeText('DistributionHostedZoneId'),
  },
  render: ({ domainName, certificate }, context) => ({
    [context.id]: {
      Type: 'AWS::ApiGateway::DomainName',
      Properties: {
        DomainName: domainName,
        CertificateArn: certificate,
        EndpointConfiguration: { Types: ['EDGE'] },
        SecurityPolicy: 'TLS_1_2',
        Tags: tagList(context),
      },
    },
  }),
};
