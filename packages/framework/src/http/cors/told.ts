import type { CorsDeclaration } from '../../manifest/types.ts';

/** Where the command tells a function what its own code does not know. */
export const CORS_VARIABLE = 'TANKARD_CORS';

/** What a function is told by the command. */
export interface ToldCors {
  /** The configuration's, in place of what the code says; `false` where the gateway answers for all, or nobody. */
  readonly cors?: CorsDeclaration | false | undefined;
  /** By path: the methods that other functions serve there, too. */
  readonly methods?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** What this function was told; nothing outside of Tankard. */
export function toldCors(): ToldCors {
  const text = process.env[CORS_VARIABLE];
  return text === undefined ? {} : (JSON.parse(text) as ToldCors);
}
