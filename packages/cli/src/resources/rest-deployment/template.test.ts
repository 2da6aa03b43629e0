import { expect, test } from 'vitest';
import { templates } from '../templates.ts';
import { rendered } from '../testing/rendered.ts';
import { ref } from '../value.ts';
import type { RestDeploymentModel } from './model.ts';

const users = { method: 'GET', path: '/users/{id}', function: ref('function:api', 'arn') };
const model: RestDeploymentModel = {
  api: ref('rest-api:api', 'id'),
  stage: 'dev',
  routes: [users, { method: 'ANY', path: '/', function: ref('function:api', 'arn') }],
};
const deploymentOf = (resources: object) => Object.keys(resources).find((id) => id.includes('Deployment'));

test('each segment of a path is a resource below its parent, and the first one below the root', () => {
  const resources = rendered('rest-deployment', model);
  expect(resources.ThingUsersResource.Properties).toEqual({
    RestApiId: model.api,
    ParentId: { 'Fn::GetAtt': ['Id of rest-api:api', 'RootResourceId'] },
    PathPart: 'users',
  });
  expect(resources.ThingUsersIdResource.Properties).toMatchObject({
    ParentId: { Ref: 'ThingUsersResource' },
    PathPart: '{id}',
  });
});

test('a method hands everything to its function and is open to all', () => {
  const { Properties } = rendered('rest-deployment', model).ThingUsersIdResourceGetMethod;
  expect(Properties).toMatchObject({
    ResourceId: { Ref: 'ThingUsersIdResource' },
    HttpMethod: 'GET',
    AuthorizationType: 'NONE',
    Integration: { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', TimeoutInMillis: 29_000 },
  });
  expect(JSON.stringify(Properties.Integration.Uri)).toContain('2015-03-31/functions/');
});

test('a method whose function streams takes what it makes as it comes, for as long as it may run', () => {
  const chat = { ...users, path: '/chat', stream: 300_000 };
  const { Properties } = rendered('rest-deployment', { ...model, routes: [chat] }).ThingChatResourceGetMethod;
  expect(Properties.Integration).toMatchObject({ ResponseTransferMode: 'STREAM', TimeoutInMillis: 300_000 });
  const uri = JSON.stringify(Properties.Integration.Uri);
  expect(uri).toContain('2021-11-15/functions/');
  expect(uri).toContain('/response-streaming-invocations');
});

test('a method of the root belongs to the resource that the API came with', () => {
  expect(rendered('rest-deployment', model).ThingRootAnyMethod.Properties.ResourceId).toEqual({
    'Fn::GetAtt': ['Id of rest-api:api', 'RootResourceId'],
  });
});

test('a deployment waits for every method, and the stage shows it', () => {
  const resources = rendered('rest-deployment', model);
  const id = deploymentOf(resources);
  expect(id).toMatch(/^ThingDeployment[0-9a-f]{8}$/);
  expect(resources[id ?? ''].DependsOn).toEqual(['ThingUsersIdResourceGetMethod', 'ThingRootAnyMethod']);
  expect(resources.ThingStage.Properties).toEqual({
    RestApiId: model.api,
    DeploymentId: { Ref: id },
    StageName: 'dev',
  });
});

test('the deployment is another one when a route changes, and the same one when none does', () => {
  const id = deploymentOf(rendered('rest-deployment', model));
  expect(deploymentOf(rendered('rest-deployment', { ...model }))).toBe(id);
  const changed = { ...model, routes: [{ ...users, method: 'POST' }] };
  expect(deploymentOf(rendered('rest-deployment', changed))).not.toBe(id);
});

test('the URL of a REST API names its stage', () => {
  const url = templates['rest-api'].attributes.url?.('X', { physicalName: 'shop-dev', stage: 'prod' });
  expect(url).toBe('https://${X}.execute-api.${AWS::Region}.${AWS::URLSuffix}/prod');
});
