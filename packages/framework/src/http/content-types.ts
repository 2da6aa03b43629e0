import { mediaType } from './body.ts';

/**
 * Whether a type is one of those that are taken, in any case and whatever its parameters. `*` of both kinds stands for all, and a client
 * that says it leaves the choice.
 */
export function takesType(taken: readonly string[], contentType: string): boolean {
  const type = mediaType(contentType);
  return type === '*/*' || taken.some((each) => each === '*/*' || mediaType(each) === type);
}
