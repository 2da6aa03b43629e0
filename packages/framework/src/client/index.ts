export type { Answer, Failure } from './answer.ts';
export { type Client, type ClientOptions, createClient } from './create-client.ts';
export type { CallOptions, HeaderValues } from './input.ts';
export type { Jsonified } from './jsonified.ts';
export type { TextValue } from './text-of.ts';
