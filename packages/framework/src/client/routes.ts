import type { AnyRoute } from '../http/route-type.ts';
import type { HttpMethod } from '../manifest/types.ts';
import type { Handler } from '../registration.ts';

/** The routes that a module exports, by how a client calls them. */
type RoutesIn<Module> = { [Name in keyof Module as CallsOf<Module[Name]>]: Module[Name] };

type CallsOf<Export> =
  Export extends Handler<infer _Args, infer _Result, infer Declared>
    ? Declared extends AnyRoute
      ? EachMethod<Prefixed<Declared['prefix'], Declared['pattern']>>
      : never
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

/** What a client of these modules may call, such as `GET /orders/{id}`. */
export type Call<Modules> = Modules extends unknown ? keyof RoutesIn<Modules> & string : never;

/** The handler that a call leads to. */
export type Called<Modules, Name> = Modules extends unknown
  ? Name extends keyof RoutesIn<Modules>
    ? RoutesIn<Modules>[Name]
    : never
  : never;
