import type { Contender } from './contender.ts';
import { pathOf } from './http-event.ts';

const each = (routes: number, line: (route: number, path: string) => string) =>
  Array.from({ length: routes }, (_, route) => line(route, pathOf(route))).join('\n');
const withColon = (path: string) => path.replace('{id}', ':id');

/** What each route does, the same for all. */
const work = `const answer = (route, id, body) => ({ route, id, name: body.name, tags: body.tags.length });
`;
const schema = `import { z } from 'zod';
const Thing = z.object({ name: z.string(), tags: z.array(z.string()), note: z.string() });
`;
const bodyOf =
  "const bodyOf = (event) => JSON.parse(event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString() : event.body);\n";
const json = `const json = (value) => ({ statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) });
`;
const lookUp = `const missing = async () => undefined;
export const handler = async (event) => {
  const route = routes.get(event.routeKey ?? \`\${event.httpMethod} \${event.resource}\`) ?? missing;
  return json(await route(event));
};
`;

/** By hand: API Gateway has matched the route, so it is looked up. */
export const byHand: Contender = {
  name: 'by hand, looked up by route',
  byKey: true,
  source: (routes) => `${work}${bodyOf}${json}const routes = new Map();
${each(routes, (route, path) => `routes.set('POST ${path}', async (event) => answer(${route}, event.pathParameters.id, bodyOf(event)));`)}
${lookUp}`,
};

/** The same with a body that a schema checks. */
export const byHandChecked: Contender = {
  name: 'by hand, body checked by zod',
  byKey: true,
  source: (routes) =>
    `${schema}${work}${bodyOf}${json}const routes = new Map();
${each(routes, (route, path) => `routes.set('POST ${path}', async (event) => answer(${route}, event.pathParameters.id, Thing.parse(bodyOf(event))));`)}
${lookUp}`,
};

const byHandMatching: Contender = {
  name: 'by hand, matching the path',
  source: (routes) => `${work}${bodyOf}${json}const routes = new Map();
${each(routes, (route, path) => `routes.set('POST ${path.split('/')[1]}', async (event, id) => answer(${route}, id, bodyOf(event)));`)}
export const handler = async (event) => {
  const [, first, id, ...more] = (event.rawPath ?? event.path).split('/');
  const route = more.length === 0 ? routes.get(\`\${event.httpMethod ?? event.requestContext.http.method} \${first}\`) : undefined;
  return json(await route(event, decodeURIComponent(id)));
};
`,
};

export const tankard: Contender = {
  name: 'Tankard',
  byTankard: true,
  source: (routes) =>
    `import { App } from '@tankard/framework';
export const app = new App('things');
${work}${each(routes, (route, path) => `export const r${route} = app.route('POST ${path}', async (req) => answer(${route}, req.params.id, req.body));`)}
`,
};

export const tankardChecked: Contender = {
  name: 'Tankard, body checked by zod',
  byTankard: true,
  source: (routes) =>
    `import { App } from '@tankard/framework';
${schema}export const app = new App('things');
${work}${each(routes, (route, path) => `export const r${route} = app.route('POST ${path}', { body: Thing }, async (req) => answer(${route}, req.params.id, req.body));`)}
`,
};

/** The same answers, by way of a command of the DynamoDB client, which is made at the start and sends nothing. */
const withClient = `import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
export const client = new DynamoDBClient({ region: 'us-east-1' });
const put = (id) => new PutItemCommand({ TableName: 'Things', Item: { id: { S: id } } });
const answer = (route, id, body) => ({ route, id: put(id).input.Item.id.S, name: body.name, tags: body.tags.length });
`;
const alsoWithClient = (contender: Contender): Contender => ({
  ...contender,
  name: `${contender.name}, with the DynamoDB client`,
  source: (routes) => contender.source(routes).replace(work, withClient),
});
export const byHandWithClient = alsoWithClient(byHand);
export const tankardWithClient = alsoWithClient(tankard);

/** The same routes with what others bring. */
export const peers: readonly Contender[] = [
  {
    name: 'itty-router',
    source: (routes) =>
      `import { Router } from 'itty-router';
${work}${bodyOf}${json}const router = Router();
${each(routes, (route, path) => `router.post('${withColon(path)}', async ({ params, event }) => answer(${route}, params.id, bodyOf(event)));`)}
export const handler = async (event) => json(await router.fetch({
  method: event.httpMethod ?? event.requestContext.http.method,
  url: 'https://host' + (event.rawPath ?? event.path),
  event,
}));
`,
  },
  {
    name: '@middy/http-router',
    source: (routes) =>
      `import middy from '@middy/core';
import bodyParser from '@middy/http-json-body-parser';
import router from '@middy/http-router';
${work}${json}export const handler = middy().use(bodyParser()).handler(router([
${each(routes, (route, path) => `{ method: 'POST', path: '${path}', handler: async (event) => json(answer(${route}, event.pathParameters.id, event.body)) },`)}
]));
`,
  },
  {
    name: 'lambda-api',
    source: (routes) =>
      `import createAPI from 'lambda-api';
${work}const api = createAPI();
${each(routes, (route, path) => `api.post('${withColon(path)}', async (req) => answer(${route}, req.params.id, req.body));`)}
export const handler = async (event, context) => api.run(event, context);
`,
  },
  {
    name: 'hono',
    source: (routes) =>
      `import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
${work}const app = new Hono();
${each(routes, (route, path) => `app.post('${withColon(path)}', async (c) => c.json(answer(${route}, c.req.param('id'), await c.req.json())));`)}
export const handler = handle(app);
`,
  },
  {
    name: '@aws-lambda-powertools/event-handler',
    source: (routes) =>
      `import { Router } from '@aws-lambda-powertools/event-handler/http';
${work}const app = new Router();
${each(routes, (route, path) => `app.post('${withColon(path)}', async ({ req, params }) => answer(${route}, params.id, await req.json()));`)}
export const handler = async (event, context) => app.resolve(event, context);
`,
  },
  {
    name: 'express',
    source: (routes) =>
      `import express from 'express';
import serverless from 'serverless-http';
${work}const app = express();
app.use(express.json());
${each(routes, (route, path) => `app.post('${withColon(path)}', async (req, res) => res.json(answer(${route}, req.params.id, req.body)));`)}
export const handler = serverless(app);
`,
  },
  {
    name: 'fastify',
    source: (routes) =>
      `import awsLambdaFastify from '@fastify/aws-lambda';
import Fastify from 'fastify';
${work}const app = Fastify();
${each(routes, (route, path) => `app.post('${withColon(path)}', async (req) => answer(${route}, req.params.id, req.body));`)}
export const handler = awsLambdaFastify(app);
`,
  },
];

export const httpContenders: readonly Contender[] = [byHand, byHandMatching, tankard, ...peers];
