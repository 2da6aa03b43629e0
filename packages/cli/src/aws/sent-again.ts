import { errorName } from './error-name.ts';

/**
 * Whether the SDK sent a call more than once. The first one may have taken effect although its answer was
 * lost, so that a call which makes something made two, or is told that it is there.
 *
 * @param outcome an answer, or an error of the SDK.
 */
export function sentAgain(outcome: unknown): boolean {
  const { $metadata } = outcome as { readonly $metadata?: { readonly attempts?: number | undefined } };
  return ($metadata?.attempts ?? 1) > 1;
}

/**
 * Whether a call has made something: not where that was there before. Where the SDK had sent the call again, it
 * is what the first try made, and nobody has given it the tags yet by which it would be known as ours.
 *
 * @param there AWS's name for "it is there already".
 */
export async function hasMade(call: Promise<unknown>, there: string): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (errorName(error) !== there) throw error;
    return sentAgain(error);
  }
}
