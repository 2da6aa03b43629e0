import { expect, test } from 'vitest';
import { comparableCors, corsSettings } from './cors.ts';

const cors = {
  origins: ['https://b.example', 'https://a.example'],
  methods: ['GET'],
  headers: ['Content-Type'],
  exposeHeaders: [],
  credentials: false,
};

test('a gateway is told what is said, and nothing of the rest', () => {
  expect(corsSettings(cors)).toEqual({
    AllowOrigins: ['https://b.example', 'https://a.example'],
    AllowMethods: ['GET'],
    AllowHeaders: ['Content-Type'],
  });
  expect(corsSettings({ ...cors, exposeHeaders: ['ETag'], maxAge: 600, credentials: true })).toMatchObject({
    ExposeHeaders: ['ETag'],
    MaxAge: 600,
    AllowCredentials: true,
  });
});

test('settings are compared without regard to order, and to what AWS fills in', () => {
  const answered = {
    AllowOrigins: ['https://a.example', 'https://b.example'],
    AllowMethods: ['GET'],
    AllowHeaders: ['Content-Type'],
    ExposeHeaders: [],
    MaxAge: 0,
    AllowCredentials: false as never,
  };
  expect(comparableCors(answered)).toEqual(comparableCors(corsSettings(cors)));
  expect(comparableCors({})).toBe(undefined);
  expect(comparableCors(undefined)).toBe(undefined);
});
