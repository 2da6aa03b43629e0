import { attributeText, type KindTemplate, refText, tagMap } from '../template.ts';
import type { DomainModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-domainname.html */
export const domainTemplate: KindTemplate<DomainModel> = {
  suffix: 'Domain',
  attributes: {
    name: refText,
    target: attributeText('RegionalDomainName'),
    zone: attributeText('RegionalHostedZoneId'),
  },
  render: ({ domainName, certificate }, context) => ({
    [context.id]: {
      Type: 'AWS::ApiGatewayV2::DomainName',
      Properties: {
        DomainName: domainName,
        DomainNameConfigurations: [
          { CertificateArn: certificate, EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2' },
        ],
        Tags: tagMap(context),
      },
    },
  }),
};
