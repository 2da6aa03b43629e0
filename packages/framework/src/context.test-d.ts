import type { Context } from 'aws-lambda';
import { expectTypeOf, test } from 'vitest';
import type { LambdaContext } from './context.ts';

test('the context fits where another library asks for that of @types/aws-lambda', () => {
  expectTypeOf<LambdaContext>().toExtend<Context>();
});

test("the methods that Lambda's runtime no longer has can't be called", () => {
  expectTypeOf<LambdaContext['done' | 'fail' | 'succeed']>().toBeNever();
});
