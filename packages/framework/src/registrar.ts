import type { Handler } from './registration.ts';

/**
 * What a source gives when it is called without a handler: a method decorator and a wrapper in one.
 *
 * - `@app.schedule(Rate.hours(1))` on a method: checks the method's parameter; `app.use(instance)` registers it.
 *   With and without `experimentalDecorators`.
 * - `app.schedule(Rate.hours(1))(handler)`: the same as `app.schedule(Rate.hours(1), handler)`.
 */
export interface Registrar<Args extends readonly unknown[], Result = unknown, Declared = unknown> {
  // Stands first: TypeScript calls a decorator with two arguments, a wrapper with one.
  <This, Out extends Result>(
    method: (this: This, ...args: Args) => Out,
    context: ClassMethodDecoratorContext<This, (this: This, ...args: Args) => Out>,
  ): void;
  // Only `value` is asked for: TypedPropertyDescriptor is invariant through its setter.
  <Out extends Result>(
    target: object,
    key: string | symbol,
    descriptor: { value?: (...args: Args) => Out },
  ): void;
  <Out extends Result>(handler: (...args: Args) => Out): Handler<Args, Out, Declared>;
}

/** A method that carries a decorator. */
export interface DecoratedMethod {
  readonly method: (...args: never[]) => unknown;
  readonly key: string | symbol;
}

/**
 * Tells how a registrar was called: as a decorator, standard or legacy, or as a wrapper (undefined).
 *
 * @throws {TypeError} on anything but a method. The types refuse it as well.
 */
export function decoratedMethod(args: readonly unknown[]): DecoratedMethod | undefined {
  const [first, second, third] = args;
  if (second === undefined) return undefined;
  const standard = typeof second === 'object' ? (second as ClassMethodDecoratorContext) : undefined;
  const key = standard ? standard.name : (second as string | symbol);
  const method = standard ? first : (third as PropertyDescriptor | undefined)?.value;
  if (typeof method !== 'function' || (standard && standard.kind !== 'method')) {
    throw new TypeError(`A handler's decorator stands on '${String(key)}', which is no method.`);
  }
  return { method: method as DecoratedMethod['method'], key };
}
