import { type KindTemplate, refText, tagList } from '../template.ts';
import { BINARY_TYPES, type RestApiModel } from './model.ts';

/** The URL names the API's only stage by its name and not by reference, so that a function may hold it. */
export const restApiTemplate: KindTemplate<RestApiModel> = {
  suffix: 'RestApi',
  attributes: {
    id: refText,
    url: (id, { stage }) => `https://${refText(id)}.execute-api.\${AWS::Region}.\${AWS::URLSuffix}/${stage}`,
  },
  render: ({ physicalName }, context) => ({
    [context.id]: {
      Type: 'AWS::ApiGateway::RestApi',
      Properties: {
        Name: physicalName,
        EndpointConfiguration: { Types: ['REGIONAL'] },
        BinaryMediaTypes: BINARY_TYPES,
        Tags: tagList(context),
      },
    },
  }),
};
