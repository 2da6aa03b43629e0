import { expect, test } from 'vitest';
import { propertiesOf } from '../testing/rendered.ts';
import { ref } from '../value.ts';

const called = ref('function:api', 'arn');

test('a function URL is open to all and sends whole answers', () => {
  expect(propertiesOf('function-url', { function: called, auth: 'NONE' })).toEqual({
    TargetFunctionArn: called,
    AuthType: 'NONE',
    InvokeMode: 'BUFFERED',
  });
});

test('a function URL sends on what its function makes, where that streams', () => {
  const model = { function: called, auth: 'NONE', stream: true } as const;
  expect(propertiesOf('function-url', model)).toMatchObject({ InvokeMode: 'RESPONSE_STREAM' });
});

test('a function URL answers other origins where it is told which', () => {
  const cors = {
    origins: ['https://shop.example'],
    methods: ['GET'],
    headers: ['Content-Type'],
    exposeHeaders: [],
    credentials: true,
  };
  expect(propertiesOf('function-url', { function: called, auth: 'NONE', cors }).Cors).toEqual({
    AllowOrigins: ['https://shop.example'],
    AllowMethods: ['GET'],
    AllowHeaders: ['Content-Type'],
    AllowCredentials: true,
  });
});
