import { createHash } from 'node:crypto';
import { pascalCase } from '../logical-id.ts';
import {
  type Cfn,
  type CfnResource,
  type KindTemplate,
  refText,
  type TemplateContext,
  tagList,
} from '../template.ts';
import { join, pseudo } from '../value.ts';
import { INVOCATION, type RestDeploymentModel, type RestRoute } from './model.ts';
import { pathIds, pathTree } from './path-tree.ts';
import { PREFLIGHT, quoted } from './preflight.ts';

/** Milliseconds: the longest that a REST API waits without a raised quota. */
const TIMEOUT = 29_000;

/**
 * A deployment is a picture of its moment: it has to be a new resource whenever a route changes, so its
 * logical id has a hash of the routes.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-deployment.html
 */
export const restDeploymentTemplate: KindTemplate<RestDeploymentModel> = {
  suffix: 'Rest',
  attributes: { name: (id) => refText(`${id}Stage`) },
  render: (model, context) => {
    const { id, value } = context;
    const methods = Object.fromEntries([
      ...methodEntries(model, context),
      ...preflightEntries(model, context),
    ]);
    const { authorizers, settings } = model;
    const pictured = { ...methods, ...settings, ...(authorizers && { authorizers }) };
    const deployment = `${id}Deployment${digest(pictured)}`;
    return {
      ...Object.fromEntries(resourceEntries(model, context)),
      ...methods,
      [deployment]: {
        Type: 'AWS::ApiGateway::Deployment',
        DependsOn: Object.keys(methods),
        Properties: { RestApiId: value(model.api) },
      },
      [`${id}Stage`]: {
        Type: 'AWS::ApiGateway::Stage',
        Properties: {
          RestApiId: value(model.api),
          DeploymentId: { Ref: deployment },
          StageName: model.stage,
          Tags: tagList(context),
        },
      },
    };
  },
};

type Entry = readonly [id: string, resource: CfnResource];

function resourceEntries(model: RestDeploymentModel, context: TemplateContext): readonly Entry[] {
  const { api, routes } = model;
  const nodes = pathTree(routes.map(({ path }) => path));
  const ids = pathIds(context.id, nodes);
  return nodes.map(({ path, parent, part }): Entry => {
    const ParentId = resourceId(ids.get(parent), model, context);
    const Properties = { RestApiId: context.value(api), ParentId, PathPart: part };
    return [ids.get(path) ?? path, { Type: 'AWS::ApiGateway::Resource', Properties }];
  });
}

function methodEntries(model: RestDeploymentModel, context: TemplateContext): readonly Entry[] {
  const { api, routes } = model;
  const ids = pathIds(context.id, pathTree(routes.map(({ path }) => path)));
  return routes.map((route): Entry => {
    const resource = ids.get(route.path);
    const Properties = {
      RestApiId: context.value(api),
      ResourceId: resourceId(resource, model, context),
      HttpMethod: route.method,
      AuthorizationType: route.authorization?.type ?? 'NONE',
      AuthorizerId: route.authorization?.authorizer && context.value(route.authorization.authorizer),
      AuthorizationScopes: route.authorization?.scopes && [...route.authorization.scopes],
      ApiKeyRequired: route.apiKey,
      Integration: {
        Type: 'AWS_PROXY',
        IntegrationHttpMethod: 'POST',
        Uri: invocationUri(route, context),
        ResponseTransferMode: route.stream && 'STREAM',
        TimeoutInMillis: route.stream ?? TIMEOUT,
      },
    };
    const method = `${resource ?? `${context.id}Root`}${pascalCase(route.method)}Method`;
    return [method, { Type: 'AWS::ApiGateway::Method', Properties }];
  });
}

function preflightEntries(model: RestDeploymentModel, context: TemplateContext): readonly Entry[] {
  const ids = pathIds(context.id, pathTree(model.routes.map(({ path }) => path)));
  return (model.preflights ?? []).map(({ path, headers }): Entry => {
    const resource = ids.get(path);
    const ResponseParameters = quoted(headers, 'method.response.header.');
    const named = Object.fromEntries(Object.keys(ResponseParameters).map((name) => [name, true]));
    const Properties = {
      RestApiId: context.value(model.api),
      ResourceId: resourceId(resource, model, context),
      HttpMethod: 'OPTIONS',
      AuthorizationType: 'NONE',
      MethodResponses: [{ StatusCode: PREFLIGHT.status, ResponseParameters: named }],
      Integration: {
        Type: 'MOCK',
        ContentHandling: PREFLIGHT.content,
        RequestTemplates: { 'application/json': PREFLIGHT.template },
        IntegrationResponses: [{ StatusCode: PREFLIGHT.status, ResponseParameters }],
      },
    };
    return [
      `${resource ?? `${context.id}Root`}OptionsMethod`,
      { Type: 'AWS::ApiGateway::Method', Properties },
    ];
  });
}

/** The root is the API's own and comes with it. */
function resourceId(id: string | undefined, { api }: RestDeploymentModel, context: TemplateContext): Cfn {
  if (id !== undefined) return { Ref: id };
  return { 'Fn::GetAtt': [context.idOf(api.$ref), 'RootResourceId'] };
}

function invocationUri({ function: called, stream }: RestRoute, { value }: TemplateContext): Cfn {
  const service = join('arn:', pseudo('partition'), ':apigateway:', pseudo('region'), ':lambda:path');
  const { version, action } = INVOCATION[stream ? 'stream' : 'whole'];
  return value(join(service, `/${version}/functions/`, called, `/${action}`));
}

function digest(methods: object): string {
  return createHash('sha256').update(JSON.stringify(methods)).digest('hex').slice(0, 8);
}
