import { App, Feature } from '@tankard/framework';
import { describe } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openapiDocument } from './openapi-document.ts';
import { documentOf, operationAt } from './testing/document-of.ts';

const handler = () => ({});

test('every route is an operation, in the order of declaration', async () => {
  const { openapi, info, paths, servers } = await documentOf((app) => {
    app.route('GET /users', { name: 'list' }, handler);
    app.route('GET /', { name: 'home' }, handler);
    app.route('POST /users', { name: 'add' }, handler);
    app.lambda({ name: 'work' }, handler);
  });
  expect({ openapi, info, servers }).toEqual({ openapi: '3.1.1', info: { title: 'shop', version: '1.0.0' } });
  const operations = Object.entries(paths).map(([path, item]) => [
    path,
    Object.entries(item).map(([method, { operationId }]) => `${method} ${operationId}`),
  ]);
  expect(operations).toEqual([
    ['/users', ['get list', 'post add']],
    ['/', ['get home']],
  ]);
});

test('a route of all methods is one operation of each that the path has not by itself', async () => {
  const { paths } = await documentOf((app) => {
    app.route('ANY /all', { name: 'all' }, handler);
    app.route('GET /all', { name: 'get' }, handler);
  });
  const ids = Object.entries(paths['/all'] ?? {}).map(([method, { operationId }]) => [method, operationId]);
  expect(Object.fromEntries(ids)).toEqual({
    get: 'get',
    put: 'all_put',
    post: 'all_post',
    delete: 'all_delete',
    options: 'all_options',
    head: 'all_head',
    patch: 'all_patch',
  });
});

test('paths that differ in nothing but the names of their parameters are one, with the names of the first', async () => {
  const document = await documentOf((app) => {
    app.route('GET /a/{token}/b/{id}', { name: 'get' }, handler);
    app.route(
      'PUT /a/{name}/b/{token}',
      { name: 'put', params: z.object({ name: z.uuid(), token: z.string() }) },
      handler,
    );
  });
  expect(Object.keys(document.paths)).toEqual(['/a/{token}/b/{id}']);
  expect(operationAt(document, 'put', '/a/{token}/b/{id}').parameters).toMatchObject([
    { name: 'token', in: 'path', required: true, schema: { format: 'uuid' } },
    { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
  ]);
});

test('a parameter that takes the rest of a path says so', async () => {
  const document = await documentOf((app) => app.route('GET /files/{path+}', { name: 'file' }, handler));
  expect(operationAt(document, 'get', '/files/{path}').parameters).toEqual([
    {
      name: 'path',
      in: 'path',
      required: true,
      description: 'The rest of the path, with its slashes.',
      schema: { type: 'string' },
    },
  ]);
});

test('what a comment says stands in its operation, and an internal one nowhere', () => {
  const app = new App('shop');
  app.route('GET /a', { name: 'a', description: 'For the function' }, handler);
  app.route('GET /b', { name: 'b' }, handler);
  const manifest = describe(app);
  const docs = [
    { summary: 'Gives A.', description: 'And **more**.', deprecated: true, returns: 'The A.' },
    { internal: true },
  ];
  const said = manifest.handlers.map((one, index) => ({ ...one, docs: docs[index] }));
  const options = {
    info: { title: 'shop', version: '1' },
    api: 'http',
    urls: ['https://a.example'],
  } as const;
  const document = openapiDocument({ ...manifest, handlers: said }, options);
  expect(document.servers).toEqual([{ url: 'https://a.example' }]);
  expect(Object.keys(document.paths)).toEqual(['/a']);
  expect(operationAt(document, 'get', '/a')).toMatchObject({
    summary: 'Gives A.',
    description: 'And **more**.',
    deprecated: true,
    responses: { '2XX': { description: 'The A.' } },
  });
  expect(operationAt(openapiDocument(manifest, options), 'get', '/a').summary).toBe('For the function');
});

test('features are headings, one within another by both names', async () => {
  const document = await documentOf((app) => {
    const users = new Feature('users');
    const keys = new Feature('keys');
    users.route('GET /', { name: 'list' }, handler);
    keys.route('GET /', { name: 'listKeys' }, handler);
    users.mount('/keys', keys);
    app.mount('/users', users);
    app.route('GET /', { name: 'home' }, handler);
  });
  expect(document.tags).toEqual([{ name: 'users' }, { name: 'users / keys' }]);
  expect(operationAt(document, 'get', '/users').tags).toEqual(['users']);
  expect(operationAt(document, 'get', '/users/keys').tags).toEqual(['users / keys']);
  expect(operationAt(document, 'get', '/')).not.toHaveProperty('tags');
});
