import { describe, expectTypeOf, it } from 'vitest';
import type { PathParams, RoutePattern } from './pattern.ts';
import type { RouteRequest } from './request.ts';

describe('the types of a pattern', () => {
  it('name its parameters, greedy ones included', () => {
    expectTypeOf<keyof PathParams<'GET /'>>().toBeNever();
    expectTypeOf<PathParams<'GET /{group}/files/{path+}'>>().toEqualTypeOf<{
      readonly group: string;
      readonly path: string;
    }>();
  });

  it('allow any name where the pattern is not known', () => {
    expectTypeOf<PathParams<string>>().toEqualTypeOf<Readonly<Record<string, string>>>();
  });

  it('refuse a pattern without a method or a slash', () => {
    expectTypeOf<'GET /users'>().toExtend<RoutePattern>();
    expectTypeOf<'/users'>().not.toExtend<RoutePattern>();
    expectTypeOf<'FETCH /users'>().not.toExtend<RoutePattern>();
    expectTypeOf<'GET users'>().not.toExtend<RoutePattern>();
  });

  it('tell requests of different routes and bodies apart', () => {
    expectTypeOf<RouteRequest<'GET /{id}', { a: number }>>().toExtend<RouteRequest>();
    expectTypeOf<RouteRequest<'GET /{id}'>>().not.toExtend<RouteRequest<'GET /{name}'>>();
    expectTypeOf<RouteRequest<'GET /{id}', string>>().not.toExtend<RouteRequest<'GET /{id}', number>>();
  });
});
