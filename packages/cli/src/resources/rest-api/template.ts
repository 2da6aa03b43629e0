import { pascalCase } from '../logical-id.ts';
import { quoted } from '../rest-deployment/preflight.ts';
import { type KindTemplate, refText, tagList } from '../template.ts';
import { BINARY_TYPES, ERRORS, type RestApiModel } from './model.ts';

/** The URL names the API's only stage by its name and not by reference, so that a function may hold it. */
export const restApiTemplate: KindTemplate<RestApiModel> = {
  suffix: 'RestApi',
  attributes: {
    id: refText,
    url: (id, { stage }) => `https://${refText(id)}.execute-api.\${AWS::Region}.\${AWS::URLSuffix}/${stage}`,
  },
  render: ({ physicalName, errorHeaders, compression }, context) => ({
    [context.id]: {
      Type: 'AWS::ApiGateway::RestApi',
      Properties: {
        Name: physicalName,
        EndpointConfiguration: { Types: ['REGIONAL'] },
        BinaryMediaTypes: BINARY_TYPES,
        MinimumCompressionSize: compression,
        Tags: tagList(context),
      },
    },
    ...(errorHeaders && Object.fromEntries(ERRORS.map((type) => errorEntry(type, errorHeaders, context.id)))),
  }),
};

function errorEntry(type: string, headers: Readonly<Record<string, string>>, id: string) {
  const Properties = {
    RestApiId: { Ref: id },
    ResponseType: type,
    ResponseParameters: quoted(headers, 'gatewayresponse.header.'),
  };
  return [
    `${id}${pascalCase(type.toLowerCase())}`,
    { Type: 'AWS::ApiGateway::GatewayResponse', Properties },
  ] as const;
}
