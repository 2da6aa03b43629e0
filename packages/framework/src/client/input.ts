import type { PathParams } from '../http/pattern.ts';
import type { AnyRoute } from '../http/route-type.ts';
import type { TakenBy } from '../schema.ts';
import type { QueryValues } from './address.ts';
import type { TextOf, TextValue } from './text-of.ts';

/** What a call of any route may be given. */
export interface CallOptions {
  /** Headers beside those of the client. */
  readonly headers?: HeaderValues | undefined;
  /** Ends the call. */
  readonly signal?: AbortSignal | undefined;
}

/** Headers by name; one that is undefined is not sent. */
export type HeaderValues = Readonly<Record<string, TextValue | undefined>>;

/** What a call of a route is given. */
export type Given<Declared extends AnyRoute, Request> = CallOptions &
  Part<
    'params',
    Params<
      PathParams<`${Declared['prefix']}${Declared['pattern']}`>,
      TakenBy<Declared['params'], unknown>,
      Made<Request, 'params'>
    >
  > &
  Part<'query', Query<TakenBy<Declared['query'], unknown>, Made<Request, 'query'>>> &
  Part<'headers', Headers<TakenBy<Declared['headers'], unknown>, Made<Request, 'headers'>>> &
  (Declared['pattern'] extends `${'GET' | 'HEAD'} ${string}`
    ? unknown
    : Body<TakenBy<Declared['body'], unknown>>);

type Made<Request, Name> = Name extends keyof Request ? Request[Name] : unknown;

/** Left out where nothing in it is asked for. */
type Part<Name extends string, Value> =
  Record<never, never> extends Value
    ? keyof Value extends never
      ? unknown
      : { readonly [Key in Name]?: Value | undefined }
    : { readonly [Key in Name]: Value };

type Params<Names, Sent, Made> = {
  readonly [Name in keyof Names]: Name extends keyof Sent
    ? TextOf<Sent[Name], Name extends keyof Made ? Made[Name] : unknown>
    : string | number | bigint;
};

type Query<Sent, Made> = unknown extends Sent ? QueryValues : Texts<Sent, Made>;

type Headers<Sent, Made> = unknown extends Sent ? HeaderValues : Texts<Sent, Made> & HeaderValues;

type Texts<Sent, Made> = {
  readonly [Name in keyof Sent]: TextOf<Sent[Name], Name extends keyof Made ? Made[Name] : unknown>;
};

type Body<Sent> = unknown extends Sent
  ? { readonly body?: unknown }
  : undefined extends Sent
    ? { readonly body?: Sendable<Sent> }
    : { readonly body: Sendable<Sent> };

/** What a schema takes that JSON has. */
type Sendable<Value> = unknown extends Value
  ? Value
  : Value extends Date | bigint | symbol | Uint8Array | ((...args: never[]) => unknown)
    ? never
    : Value extends object
      ? { readonly [Key in keyof Value]: Sendable<Value[Key]> }
      : Value;
