import { describe, expect, test } from 'vitest';
import { App, Rate, type ScheduledEvent } from './index.ts';
import { registrationOf } from './registration.ts';
import { at } from './scope.ts';
import { testContext } from './testing/context.ts';

class Reports {
  readonly title: string;
  constructor(title: string) {
    this.title = title;
  }
}

describe('a handler in function form', () => {
  const app = new App('test');

  test('is declared at once and knows what calls it', () => {
    const handler = app.schedule(Rate.hours(1), { name: 'tick' }, () => 1);
    expect(registrationOf(handler)?.name).toBe('tick');
    expect(registrationOf(handler)?.declaration).toMatchObject({
      source: 'schedule',
      options: { name: 'tick' },
    });
    expect(registrationOf(() => 1)).toBeUndefined();
    expect(registrationOf('tick')).toBeUndefined();
  });

  test('is the same in its curried form', () => {
    const handler = app.schedule(Rate.hours(1))((event) => event.detailType);
    expect(registrationOf(handler)?.declaration).toMatchObject({ source: 'schedule', target: Rate.hours(1) });
  });

  test('runs with a typed event in a test, and with a raw one in Lambda', async () => {
    const handler = app.lambda((event: { n: number }, context) => event.n + context.functionName.length);
    const context = testContext({ functionName: 'four' });
    expect(handler.run({ n: 1 }, context)).toBe(5);
    expect(await handler({ n: 1 }, context)).toBe(5);
  });

  test('takes two parameters, because Lambda refuses a third', () => {
    expect(app.lambda(() => 1).length).toBe(2);
  });
});

describe('a class', () => {
  test('registers nothing when it is defined or constructed', () => {
    const app = new App('test');
    class Daily extends Reports {
      @app.schedule(Rate.days(1))
      send(): string {
        return this.title;
      }
    }
    new Daily('one');
    expect(app.state.registrations).toEqual([]);
  });

  test('is bound to the instance that is used', () => {
    const app = new App('test');
    class Daily extends Reports {
      @app.schedule(Rate.days(1))
      send(): string {
        return this.title;
      }
    }
    app.use(new Daily('two'));
    expect(app.state.registrations.map(({ handler }) => handler())).toEqual(['two']);
  });

  test('brings the decorated methods of the class that it extends, but not those that it overrides', () => {
    const app = new App('test');
    class Base {
      @app.schedule(Rate.days(1))
      kept(): string {
        return 'base';
      }
      @app.schedule(Rate.days(1))
      overridden(): string {
        return 'base';
      }
    }
    class Derived extends Base {
      override overridden(): string {
        return 'derived';
      }
    }
    app.use(new Derived());
    expect(app.state.registrations.map(({ name }) => name)).toEqual(['kept']);
  });

  test('may have a method with two sources, given two names', () => {
    const app = new App('test');
    class Both {
      @app.schedule(Rate.days(1))
      @app.onEvent({ source: ['shop'] }, { name: 'onShop' })
      run(event: ScheduledEvent): string {
        return event.source;
      }
    }
    app.use(new Both());
    expect(app.state.registrations.map(({ name }) => name).sort()).toEqual(['onShop', 'run']);
  });
});

test('what the command says of a place holds for one declaration', () => {
  const app = new App('test');
  app[at]({ name: 'tick', file: 'src/app.ts', line: 3 }).schedule(Rate.hours(1), () => 1);
  app[at]({ file: 'src/app.ts', line: 4 }).table('Users', { partitionKey: 'id' });
  app.schedule(Rate.hours(2), () => 1);
  const [first, second] = app.state.registrations;
  expect(first).toMatchObject({ name: 'tick', place: { file: 'src/app.ts', line: 3 } });
  expect(second).toMatchObject({ name: undefined, place: undefined });
  expect(app.state.resources[0]?.declared.place).toEqual({ file: 'src/app.ts', line: 4 });
});
