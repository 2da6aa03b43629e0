import { type KindTemplate, refText, tagMap } from '../template.ts';
import type { WebsocketApiModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-api.html */
export const websocketApiTemplate: KindTemplate<WebsocketApiModel> = {
  suffix: 'WebsocketApi',
  attributes: {
    id: refText,
    url: (id, { stage }) => address('https', id, stage),
    socketUrl: (id, { stage }) => address('wss', id, stage),
  },
  render: ({ physicalName, selection }, context) => ({
    [context.id]: {
      Type: 'AWS::ApiGatewayV2::Api',
      Properties: {
        Name: physicalName,
        ProtocolType: 'WEBSOCKET',
        RouteSelectionExpression: selection,
        Tags: tagMap(context),
      },
    },
  }),
};

const address = (scheme: string, id: string, stage: string): string =>
  `${scheme}://${refText(id)}.execute-api.\${AWS::Region}.\${AWS::URLSuffix}/${stage}`;
