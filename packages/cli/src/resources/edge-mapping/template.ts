import type { KindTemplate } from '../template.ts';
import type { EdgeMappingModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-basepathmapping.html */
export const edgeMappingTemplate: KindTemplate<EdgeMappingModel> = {
  suffix: 'EdgeMapping',
  attributes: { url: (_, { url }) => url },
  render: ({ domainName, api, stageOf, path }, { id, idOf, value }) => ({
    [id]: {
      Type: 'AWS::ApiGateway::BasePathMapping',
      // The references below say what it stands after.
      DependsOn: undefined,
      Properties: {
        DomainName: value(domainName),
        RestApiId: value(api),
        Stage: { Ref: `${idOf(stageOf)}Stage` },
        BasePath: path || undefined,
      },
    },
  }),
};
