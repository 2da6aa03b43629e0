import { corsSettings } from '../cors.ts';
import { attributeText, type KindTemplate, refText, tagMap } from '../template.ts';
import type { HttpApiModel } from './model.ts';

/** An HTTP API and its one stage, to which every change goes by itself. */
export const httpApiTemplate: KindTemplate<HttpApiModel> = {
  suffix: 'HttpApi',
  attributes: { id: refText, url: attributeText('ApiEndpoint') },
  render: ({ physicalName, stage, cors }, context) => ({
    [context.id]: {
      Type: 'AWS::ApiGatewayV2::Api',
      Properties: {
        Name: physicalName,
        ProtocolType: 'HTTP',
        CorsConfiguration: cors && corsSettings(cors),
        Tags: tagMap(context),
      },
    },
    [`${context.id}Stage`]: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: {
        ApiId: { Ref: context.id },
        StageName: stage,
        AutoDeploy: true,
        Tags: tagMap(context),
      },
    },
  }),
};
