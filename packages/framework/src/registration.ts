import type { LambdaContext } from './context.ts';
import type { Place } from './errors.ts';
import type { FeatureState } from './feature.ts';
import type { HandlerDocs } from './manifest/types.ts';
import type { Declaration } from './sources/declaration.ts';

/** One handler that an app knows. */
export interface Registration {
  /** Changes where its feature is mounted: a route's path gets the prefix. */
  declaration: Declaration;
  /** What runs; a method is bound once its class is used. */
  readonly handler: UserHandler;
  readonly name: string | undefined;
  readonly place: Site | undefined;
  readonly member: { readonly class: string; readonly method: string } | undefined;
  /** The features that it is part of, the outermost first. */
  readonly within: FeatureState[];
}

/** What the user wrote, whatever it takes. */
// biome-ignore lint/suspicious/noExplicitAny: a function of any parameters; the typed faces are in sources/
export type UserHandler = (...args: any[]) => unknown;

/** Where and under which name a declaration stands, and what is said of it; the command adds it while it loads the app. */
export interface Site extends Place {
  readonly name?: string | undefined;
  readonly docs?: HandlerDocs | undefined;
}

const brand = Symbol.for('tankard.handler');
declare const declared: unique symbol;

/** A Lambda handler that knows what calls it. It runs under plain Lambda as it is. */
export interface Handler<
  Args extends readonly unknown[] = readonly never[],
  Result = unknown,
  Declared = unknown,
> {
  (raw: unknown, context: LambdaContext): Promise<unknown>;
  /** Runs the code with a typed event, as a test does; no adapter stands between. */
  run(...args: Args): Result;
  readonly [brand]: Registration;
  /** Is there for the compiler only. */
  readonly [declared]?: Declared;
}

/** Makes a {@link Handler}; `lambda` is what Lambda calls. */
export function makeHandler(
  registration: Registration,
  lambda: (raw: unknown, context: LambdaContext) => Promise<unknown>,
): Handler {
  return Object.assign(lambda, { run: registration.handler, [brand]: registration });
}

/** The declaration behind a {@link Handler}, of any copy of this package; undefined for any other value. */
export function registrationOf(value: unknown): Registration | undefined {
  return typeof value === 'function' ? (value as Partial<Handler>)[brand] : undefined;
}
