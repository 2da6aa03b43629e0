import type { ApiTarget, DomainConfig } from '@tankard/framework/config';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ResolvedConfig } from '../config/resolved.ts';
import type { Graph } from '../graph/node.ts';
import { referencesIn } from '../graph/references.ts';
import type { AnalysedApp } from '../prepare/analyse-app.ts';
import { unbuiltGraph } from '../prepare/make-app.ts';
import { templates } from '../resources/templates.ts';
import { checkTemplate } from './check-template.ts';
import { renderTemplate } from './render-template.ts';
import { templateText } from './template-text.ts';
import { analysed } from './testing/analysed.ts';
import { cycleIn, dependenciesOf, namesIn } from './testing/dependencies.ts';

const folder = 'packages/cli/fixtures/every-source';
let app: AnalysedApp;

beforeAll(async () => {
  app = await analysed(folder);
});

const graphFor = (api: ApiTarget, more: Partial<ResolvedConfig> = {}): Graph =>
  unbuiltGraph({ ...app, config: { ...app.config, api, ...more } });

const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b';
const domain: DomainConfig = { name: 'api.example.com', certificate, basePath: 'shop', hostedZone: 'Z1' };
const edge: DomainConfig = { ...domain, endpoint: 'edge' };

function edgesOf({ nodes }: Graph): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...nodes.values()].map(({ id, model, dependsOn }) => [
      id,
      [...dependsOn, ...referencesIn(model).flatMap((leaf) => ('$ref' in leaf ? [leaf.$ref] : []))],
    ]),
  );
}

test('the app of every source and option has nothing wrong', () => {
  expect(app.problems).toEqual([]);
});

test('it has a node of every kind', () => {
  const graphs = [
    graphFor('http', { sdk: 'layer', domain }),
    graphFor('rest', { domain: edge, usagePlan: { keys: ['partner-a'] } }),
    graphFor('function-url'),
  ];
  const kinds = new Set<string>(graphs.flatMap(({ nodes }) => [...nodes.values()].map(({ kind }) => kind)));
  const missing = Object.keys(templates).filter((kind) => !kinds.has(kind));
  // A managed policy is made only for a role that is too large.
  expect(missing.sort()).toEqual(['policy']);
});

describe.each([
  ['an HTTP API', 'http', {}],
  ['a REST API', 'rest', {}],
  ['an HTTP API with a name of its own', 'http', { domain }],
  ['a REST API with a name at the edge', 'rest', { domain: edge }],
] as const)('with %s', (_, api, more) => {
  test('every edge of the graph leads to a node, and none leads back', () => {
    const edges = edgesOf(graphFor(api, more));
    expect([...edges.values()].flat().filter((id) => !edges.has(id))).toEqual([]);
    expect(cycleIn(edges)).toBeUndefined();
  });

  test('every name in the template is that of a resource or a parameter, and no resource waits for itself', () => {
    const template = renderTemplate(graphFor(api, more));
    const dependencies = dependenciesOf(template);
    const known = new Set([...dependencies.keys(), ...Object.keys(template.Parameters ?? {})]);
    const named = [...dependencies.values(), namesIn(template.Outputs)].flatMap((names) => [...names]);
    expect(named.filter((name) => !known.has(name) && !name.startsWith('AWS::'))).toEqual([]);
    expect(cycleIn(dependencies)).toBeUndefined();
  });

  test('every parameter is used', () => {
    const template = renderTemplate(graphFor(api, more));
    const used = new Set(namesIn(template.Resources));
    expect(Object.keys(template.Parameters ?? {}).filter((name) => !used.has(name))).toEqual([]);
  });

  test('only functions are SAM’s', () => {
    const types = Object.values(renderTemplate(graphFor(api, more)).Resources).map(({ Type }) => Type);
    expect(new Set(types.filter((type) => type.includes('Serverless')))).toEqual(
      new Set(['AWS::Serverless::Function']),
    );
  });

  test('the template is within every quota', () => {
    const template = renderTemplate(graphFor(api, more));
    expect(checkTemplate(app.manifest, template, templateText(template, 'yaml'))).toEqual([]);
  });
});
