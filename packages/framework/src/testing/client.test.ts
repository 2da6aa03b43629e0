import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { App } from '../app.ts';
import { createTestClient, testContext } from './index.ts';

describe('the test client', () => {
  it('reaches a handler by itself or by its name, a decorated method by its name', async () => {
    const app = new App('test');
    class Jobs {
      readonly ran: string[] = [];
      @app.schedule('rate(1 hour)')
      hourly() {
        return this.ran.push('hourly');
      }
      @app.lambda({ name: 'by-hand' })
      manual(event: unknown) {
        return event;
      }
    }
    const jobs = new Jobs();
    app.use(jobs);
    const named = app.lambda({ name: 'named' }, (event) => ({ event }));
    const client = createTestClient(app);
    await client.schedule('hourly').run();
    expect(jobs.ran).toEqual(['hourly']);
    expect(await client.lambda('by-hand').invoke({ a: 1 })).toEqual({ a: 1 });
    expect(await client.lambda(named).invoke(7)).toEqual({ event: 7 });
    expect(await client.lambda('named').invoke()).toEqual({ event: undefined });
  });

  it('says which handlers there are where it does not find one', () => {
    const app = new App('test');
    const client = createTestClient(app);
    expect(() => client.sqs('worker')).toThrow('none of its handlers has a name');
    app.lambda({ name: 'one' }, () => 1);
    app.lambda({ name: 'two' }, () => 2);
    expect(() => client.lambda('three')).toThrow("no handler named 'three': it has one, two");
  });

  it('refuses a handler of another source, and what is none', () => {
    const app = new App('test');
    const client = createTestClient(app);
    const handler = app.lambda(() => 1);
    expect(() => client.sqs(handler)).toThrow("one of 'lambda' and can't be sent what 'sqs' sends");
    expect(() => client.lambda(async () => 1)).toThrow('no handler of an app');
  });

  it("runs the app's middleware around a handler", async () => {
    const app = new App('test');
    const seen: string[] = [];
    app.middleware(async (_, context, next) => {
      seen.push(context.functionName);
      return next();
    });
    const handler = app.lambda(() => 'done');
    const client = createTestClient(app, { context: { functionName: 'mine' } });
    expect(await client.lambda(handler).invoke()).toBe('done');
    expect(seen).toEqual(['mine']);
  });

  it('lets an error of a handler reach the test', async () => {
    const app = new App('test');
    const handler = app.lambda({ event: z.object({ id: z.number() }) }, ({ id }) => id);
    const client = createTestClient(app);
    expect(await client.lambda(handler).invoke({ id: 7 })).toBe(7);
    await expect(client.lambda(handler).invoke({ id: 'x' })).rejects.toThrow('id:');
  });
});

describe('the context of a test', () => {
  it('is new each time, with what the test says of it', () => {
    const [one, two] = [testContext({ functionName: 'one' }), testContext()];
    expect(one).toMatchObject({
      functionName: 'one',
      logGroupName: '/aws/lambda/one',
      memoryLimitInMB: '256',
    });
    expect(one.awsRequestId).not.toBe(two.awsRequestId);
    expect(one.getRemainingTimeInMillis()).toBe(30_000);
  });
});
