import { type KindTemplate, tagMap } from '../template.ts';
import type { WebsocketStageModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-stage.html */
export const websocketStageTemplate: KindTemplate<WebsocketStageModel> = {
  suffix: 'WebsocketStage',
  attributes: {},
  render: ({ api, stage }, context) => ({
    [context.id]: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: {
        ApiId: context.value(api),
        StageName: stage,
        AutoDeploy: true,
        Tags: tagMap(context),
      },
    },
  }),
};
