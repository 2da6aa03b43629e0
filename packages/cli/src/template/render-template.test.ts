import { expect, test } from 'vitest';
import type { Graph } from '../graph/node.ts';
import { graphOf, handler } from '../graph/testing/given.ts';
import { renderTemplate } from './render-template.ts';

const graph = graphOf(
  [
    handler('unzip', {
      source: 's3',
      bucket: { kind: 'bucket', name: 'Uploads' },
      events: ['s3:ObjectCreated:*'],
    }),
    handler('list', { source: 'route', method: 'GET', path: '/' }),
  ],
  [{ kind: 'bucket', name: 'Uploads' }],
);

test('a template without parameters and outputs has no empty sections', () => {
  const template = renderTemplate(graphOf([handler('f', { source: 'lambda' })]));
  expect(Object.keys(template)).toEqual([
    'AWSTemplateFormatVersion',
    'Transform',
    'Description',
    'Resources',
  ]);
  expect(Object.keys(template.Resources)).toEqual(['FFunction', 'FLogGroup', 'FRole']);
});

test('resources stand in the order of their ids, whatever the order of the nodes', () => {
  const reversed: Graph = { ...graph, nodes: new Map([...graph.nodes].reverse()) };
  const template = renderTemplate(graph);
  expect(JSON.stringify(renderTemplate(reversed))).toBe(JSON.stringify(template));
  expect(Object.keys(template.Resources)).toEqual(Object.keys(template.Resources).sort());
});

test('what takes tags has those of the configuration, and none of those that a deploy knows its own by', () => {
  const { Resources } = renderTemplate({ ...graph, tags: { team: 'beer' } });
  const untagged = Object.entries(Resources).filter(([, { Properties }]) => !Properties.Tags);
  expect(untagged.map(([, { Type }]) => Type)).toEqual([
    'AWS::ApiGatewayV2::Integration',
    'AWS::Lambda::Permission',
    'AWS::ApiGatewayV2::Route',
    'AWS::Lambda::Permission',
  ]);
  expect(Resources.UploadsBucket?.Properties.Tags).toEqual([{ Key: 'team', Value: 'beer' }]);
  expect(Resources.UnzipFunction?.Properties.Tags).toEqual({ team: 'beer' });
});

test('what a node waits for is named by logical ids', () => {
  expect(renderTemplate(graph).Resources.UploadsBucket?.DependsOn).toEqual(['UnzipPermission']);
});

test('a node whose kind makes several resources waits with the first of them', () => {
  const { ApiHttpApi, ApiHttpApiStage } = renderTemplate(graph).Resources;
  expect(ApiHttpApi?.DependsOn).toBeUndefined();
  expect(ApiHttpApiStage?.Properties.ApiId).toEqual({ Ref: 'ApiHttpApi' });
});

test('a bucket is named by its name and never by a reference', () => {
  const text = JSON.stringify(renderTemplate(graph));
  expect(text).not.toContain('"Ref":"UploadsBucket"');
  expect(text).not.toContain('UploadsBucket.');
  expect(renderTemplate(graph).Outputs?.UploadsBucketName?.Value).toEqual({
    'Fn::Sub': 'shop-dev-uploads-${AWS::AccountId}-${AWS::Region}',
  });
});

test('a parameter shows its value as default and its description', () => {
  const parameters = [
    { name: 'From', value: 'a@example.com', description: 'Whom mails are from' },
    { name: 'my-key' },
  ];
  expect(renderTemplate({ ...graph, parameters }).Parameters).toEqual({
    From: { Type: 'String', Description: 'Whom mails are from', Default: 'a@example.com' },
    mykey: { Type: 'String' },
  });
});

test('an attribute that a kind does not have is a mistake of ours', () => {
  const value = { $ref: 'bucket:Uploads', attribute: 'name' } as const;
  const outputs = [{ name: 'X', description: 'x', value }];
  expect(() => renderTemplate({ ...graph, outputs })).toThrow(
    "A template has no 'name' of 'bucket:Uploads'.",
  );
});
