import type { KindTemplate } from '../template.ts';
import type { DomainMappingModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-apimapping.html */
export const domainMappingTemplate: KindTemplate<DomainMappingModel> = {
  suffix: 'DomainMapping',
  attributes: { url: (_, { url }) => url },
  render: ({ domainName, api, stageOf, path }, { id, idOf, value }) => ({
    [id]: {
      Type: 'AWS::ApiGatewayV2::ApiMapping',
      // The references below say what it stands after.
      DependsOn: undefined,
      Properties: {
        DomainName: value(domainName),
        ApiId: value(api),
        Stage: { Ref: `${idOf(stageOf)}Stage` },
        ApiMappingKey: path || undefined,
      },
    },
  }),
};
