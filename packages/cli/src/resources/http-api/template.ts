import { attributeText, type KindTemplate, refText } from '../template.ts';
import type { HttpApiModel } from './model.ts';

/** An HTTP API and its one stage, to which every change goes by itself. */
export const httpApiTemplate: KindTemplate<HttpApiModel> = {
  suffix: 'HttpApi',
  attributes: { id: refText, url: attributeText('ApiEndpoint') },
  render: ({ physicalName, stage }, { id }) => ({
    [id]: {
      Type: 'AWS::ApiGatewayV2::Api',
      Properties: { Name: physicalName, ProtocolType: 'HTTP' },
    },
    [`${id}Stage`]: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: { ApiId: { Ref: id }, StageName: stage, AutoDeploy: true },
    },
  }),
};
