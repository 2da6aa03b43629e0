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
