import { beforeAll, describe, expect, test } from 'vitest';
import { partitionOf } from '../packages/cli/src/aws/partition.ts';
import type { Graph } from '../packages/cli/src/graph/node.ts';
import { unbuiltGraph } from '../packages/cli/src/prepare/make-app.ts';
import { loadReconcilers } from '../packages/cli/src/resources/load-reconcilers.ts';
import { resolveModel } from '../packages/cli/src/resources/resolve-model.ts';
import { renderTemplate } from '../packages/cli/src/template/render-template.ts';
import { analysed } from '../packages/cli/src/template/testing/analysed.ts';

/** What the app itself calls by ARNs; their partition is the user's to write. */
const WRITTEN = ['arn:aws:sqs:eu-central-1:123456789012:', 'arn:aws:cognito-idp:us-east-1:123456789012:'];

const notWritten = (value: unknown) =>
  WRITTEN.reduce((text, arn) => text.replaceAll(arn, ''), JSON.stringify(value));
const settings = {
  permissionsBoundary: 'Boundary',
  defaults: { vpc: { subnets: ['subnet-0a'], securityGroups: ['sg-0a'] }, tracing: true },
};
const places = [
  ['cn-north-1', 'arn:aws-cn:iam::123456789012:user/me'],
  ['us-gov-west-1', 'arn:aws-us-gov:iam::123456789012:user/me'],
] as const;

describe.each(['http', 'rest'] as const)('an app of every source, with an API of type %s', (api) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = unbuiltGraph(await analysed('packages/cli/fixtures/every-source', { api, ...settings }));
  });

  test.each(places)('is deployed in %s with ARNs and URLs of that partition', async (region, caller) => {
    const place = partitionOf(caller);
    const scope = { app: graph.app, stage: graph.stage, account: '123456789012', region, ...place };
    const parameters = Object.fromEntries(graph.parameters.map(({ name }) => [name, name]));
    const nodes = [...graph.nodes.values()];
    const reconcilers = await loadReconcilers(nodes.map(({ kind }) => kind));
    const brought = nodes.map(({ kind, model }) => {
      const known = resolveModel(model, { scope, parameters, attributes: () => undefined });
      const reconciler = reconcilers.of(kind);
      return [known, reconciler.key(known, scope), reconciler.wanted(known, { scope, tags: {} })];
    });
    const text = notWritten(brought);
    const partitions = [...text.matchAll(/arn:([a-z-]*):/g)].map(([, partition]) => partition);
    expect(partitions.length).toBeGreaterThan(50);
    expect(new Set(partitions)).toEqual(new Set([place.partition]));
    const hosts = [...text.matchAll(/https:\/\/[^/"]+/g)].map(([host]) => host);
    expect(hosts.filter((host) => !host.endsWith(place.urlSuffix))).toEqual([]);
  });

  test('leaves partition and URLs in its template to CloudFormation', () => {
    const text = notWritten(renderTemplate(graph));
    expect(text.match(/arn:[^$]/g)).toBeNull();
    const urls = text.match(/https:\/\/[^"]*/g) ?? [];
    expect(urls.filter((url) => !/\$\{AWS::URLSuffix\}/.test(url))).toEqual([]);
  });
});
