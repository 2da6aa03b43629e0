import { App, reply } from '@tankard/framework';
import { describe, type HandlerDocs } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openapiDocument } from './openapi-document.ts';
import { documentOf, operationAt } from './testing/document-of.ts';

type Declare = Parameters<typeof documentOf>[0];

const answersOf = async (declare: Declare, options?: Parameters<typeof documentOf>[1]) =>
  operationAt(await documentOf(declare, options), 'post', '/a').responses;

const json = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });

test('what a route answers stands by its status, and text apart from JSON', async () => {
  const answers = {
    200: z.object({ id: z.string() }).meta({ id: 'User' }),
    201: z.string(),
    202: z.union([z.string(), z.number()]),
    203: z.any(),
    204: z.undefined(),
    206: z.enum(['a', 'b']),
  };
  const responses = await answersOf((app) => app.route('POST /a', { name: 'a', answers }, () => undefined));
  expect(responses).toMatchObject({
    200: { description: 'OK', content: json('User') },
    201: { description: 'Created', content: { 'text/plain': { schema: { type: 'string' } } } },
    202: { content: { 'application/json': {}, 'text/plain': {} } },
    203: { content: { '*/*': {} } },
    204: { description: 'No Content' },
    206: { content: { 'text/plain': { schema: { enum: ['a', 'b'] } } } },
  });
  expect(responses['204']).not.toHaveProperty('content');
  expect(responses).not.toHaveProperty('2XX');
});

test.each(['rest', 'function-url'] as const)(
  'a %s calls text JSON, so that nothing is said of it',
  async (api) => {
    const answers = { 200: z.string() };
    const responses = await answersOf((app) => app.route('POST /a', { name: 'a', answers }, () => 'a'), {
      api,
    });
    expect(responses['200']).toEqual({ description: 'OK', content: { 'application/json': {} } });
  },
);

test('a route that does not say what it answers answers something, and any error', async () => {
  expect(await answersOf((app) => app.route('POST /a', { name: 'a' }, () => 1))).toEqual({
    '2XX': { description: 'What the handler returns.' },
    default: {
      description: 'Any other error.',
      content: {
        'application/json': {
          schema: {
            anyOf: [{ $ref: '#/components/schemas/Error' }, { $ref: '#/components/schemas/GatewayError' }],
          },
        },
      },
    },
  });
});

test("what a route's checks refuse is among its answers", async () => {
  const options = { name: 'a', body: z.string(), bodyLimit: 9, contentTypes: ['text/plain'] };
  expect(await answersOf((app) => app.route('POST /a', options, () => 1))).toMatchObject({
    400: { content: json('InvalidRequest') },
    413: { description: 'The body is larger than 9 bytes.', content: json('Error') },
    415: { description: 'The body is none of text/plain.', content: json('Error') },
  });
});

test('a route that answers what does not fit itself says itself with what', async () => {
  const options = {
    name: 'a',
    body: z.string(),
    answers: { 200: z.null(), 422: z.null() },
    onInvalid: () => reply(422, null),
  };
  const responses = await answersOf((app) => app.route('POST /a', options, () => null));
  expect(Object.keys(responses)).toEqual(['200', '422', 'default']);
});

test('of an app that makes its errors itself only their statuses are known', async () => {
  const app = new App('shop').onError(() => undefined);
  const responses = await answersOf((its) => its.route('POST /a', { name: 'a', body: z.string() }, () => 1), {
    app,
  });
  expect(responses).toMatchObject({ 400: { description: 'The request does not fit.' } });
  for (const status of ['400', 'default']) expect(responses[status]).not.toHaveProperty('content');
});

test('an error that a comment names is an answer, beside what else has its status', () => {
  const app = new App('shop');
  app.route('POST /a', { name: 'a', body: z.string() }, () => 1);
  const manifest = describe(app);
  const throws: HandlerDocs['throws'] = [
    { error: 'NotFoundError', when: 'There is none.' },
    { error: 'BadRequestError', when: 'It is odd.' },
    { error: 'HttpError', when: '402 It is unpaid.' },
    { error: 'TooManyRequestsError', when: '' },
    { error: 'Error', when: 'Whatever.' },
  ];
  const handlers = manifest.handlers.map((one) => ({ ...one, docs: { throws } }));
  const options = { info: { title: 'shop', version: '1' }, api: 'http', urls: [] } as const;
  const { responses } = operationAt(openapiDocument({ ...manifest, handlers }, options), 'post', '/a');
  const refs = ['InvalidRequest', 'Error'].map((name) => ({ $ref: `#/components/schemas/${name}` }));
  expect(responses).toMatchObject({
    400: {
      description: 'The request does not fit. It is odd.',
      content: { 'application/json': { schema: { anyOf: refs } } },
    },
    402: { description: 'It is unpaid.', content: json('Error') },
    404: { description: 'There is none.', content: json('Error') },
    429: { description: 'Too Many Requests' },
  });
  expect(Object.keys(responses)).toHaveLength(6);
});

test('a body is required where it is known, and of the types that are taken', async () => {
  const bodyOf = async (declare: Declare) => operationAt(await documentOf(declare), 'post', '/a').requestBody;
  const object = { 'application/json': { schema: { type: 'object' } } };
  const name = 'a';
  const route =
    (options: object): Declare =>
    (app) =>
      app.route('POST /a', { name, ...options }, () => 1);
  expect(await bodyOf(route({ body: z.object({}) }))).toMatchObject({ required: true, content: object });
  expect(await bodyOf(route({ body: z.string() }))).toMatchObject({
    content: { 'text/plain': {}, 'application/json': {} },
  });
  expect(await bodyOf(route({ body: z.any() }))).toEqual({
    content: { 'application/json': {} },
  });
  const types = ['image/png', 'application/json'];
  expect(await bodyOf(route({ contentTypes: types }))).toEqual({
    content: { 'image/png': {}, 'application/json': {} },
  });
  // Without a type it would count as JSON.
  expect(await bodyOf(route({ contentTypes: ['image/png'] }))).toMatchObject({ required: true });
  expect(await bodyOf(route({}))).toBeUndefined();
});
