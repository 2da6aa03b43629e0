import type { AnyRoute } from '../http/route-type.ts';
import type { HttpMethod } from '../manifest/types.ts';
import type { Handler } from '../registration.ts';
import type { Answers } from './answer.ts';
import type { Given } from './input.ts';

/** The routes that modules export, by how a client calls them, such as `GET /orders/{id}`. */
export type Routes<Modules> = (Modules extends unknown ? (every: RoutesIn<Modules>) => void : never) extends (
  every: infer Every,
) => void
  ? Every
  : never;

type RoutesIn<Module> = { [Name in keyof Module as Calls<Module[Name]>]: Called<Module[Name]> };

/** {@link Called} of any route. */
export interface AnyCall {
  readonly given: object;
  readonly answer: unknown;
}

/** The calls of those that ask for nothing. */
export type Bare<Every extends Record<keyof Every, AnyCall>> = {
  [Name in keyof Every]: Record<never, never> extends Every[Name]['given'] ? Name : never;
}[keyof Every];

/** What a call is given, and what comes back. Members of an interface are looked at one by one, when a call asks for them. */
interface Called<Export> {
  readonly given: Export extends Handler<[infer Request], infer _Result, infer Declared extends AnyRoute>
    ? Given<Declared, Request>
    : never;
  readonly answer: Export extends Handler<infer _Args, infer Result, infer Declared extends AnyRoute>
    ? Answers<Declared['answers'], Result>
    : never;
}

type Calls<Export> =
  Export extends Handler<infer _Args, infer _Result, infer Declared extends AnyRoute>
    ? EachMethod<Prefixed<Declared['prefix'], Declared['pattern']>>
    : never;

type EachMethod<Pattern extends string> = Pattern extends `ANY ${infer Path}`
  ? `${Exclude<HttpMethod, 'ANY'>} ${Path}`
  : Pattern;

/** Of a feature that doesn't say where it stands nobody knows the path. */
type Prefixed<Prefix extends string, Pattern extends string> = string extends Prefix
  ? never
  : Prefix extends '' | '/'
    ? Pattern
    : Pattern extends `${infer Method} /${infer Rest}`
      ? `${Method} ${Prefix}${Rest extends '' ? '' : `/${Rest}`}`
      : never;
