import { afterEach, expect, test, vi } from 'vitest';
import { call } from '../build/testing/built.ts';
import { makeProject } from '../build/testing/project.ts';
import { nodeOf } from '../graph/testing/node-of.ts';
import { valueText } from '../graph/testing/value-text.ts';
import { prepareApp } from './prepare-app.ts';

afterEach(() => vi.unstubAllEnvs());

const app = `import { App } from '@tankard/framework';

export const app = new App('shop');
const uploads = app.bucket('Uploads');
const jobs = app.queue('Jobs');
const orders = app.table('Orders', { partitionKey: 'id' });
const url = app.url;
const own = { READS: \`\${orders.arn}/index/*\` };

export const show = app.route('GET /', () => 'shown');

export const stored = app.onEvent(
  { source: ['aws.s3'], detail: { bucket: { name: [uploads.name] }, reason: [null] } },
  {
    environment: { ...own, BUCKET: uploads.name, QUEUE: jobs.url, NAMED: jobs.name, LINK: \`\${url}/files\` },
    permissions: [{ actions: ['s3:GetObject'], resources: [\`\${uploads.arn}/public/*\`] }],
  },
  () => [process.env.BUCKET, process.env.QUEUE, process.env.NAMED, process.env.LINK, process.env.READS],
);
`;

test('what options are made of is filled in in AWS, and can be read again in the function', async () => {
  const { built, graph } = await prepareApp(await makeProject({ 'src/app.ts': app }));
  const { environment } = nodeOf(graph, 'function', 'stored').model;
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, valueText(value));
  const stored = built.functions.find((one) => one.function === 'stored');
  expect(stored && (await call(stored))).toEqual([
    'shop-dev-uploads-{accountId}-{region}',
    '{queue:Jobs url}',
    '{queue:Jobs name}',
    '{http-api:api url}/files',
    '{table:Orders arn}/index/*',
  ]);
  expect(nodeOf(graph, 'rule', 'stored').model.pattern).toMatchObject({ detail: { reason: [null] } });
  const { statements } = nodeOf(graph, 'role', 'stored').model;
  const granted = statements.find(({ actions }) => actions.includes('s3:GetObject'));
  expect(granted?.resources.map(valueText)).toEqual([
    'arn:{partition}:s3:::shop-dev-uploads-{accountId}-{region}/public/*',
  ]);
});
