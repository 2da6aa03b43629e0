/**
 * Whether the SDK sent a call more than once. The first one may have taken effect although its answer was
 * lost, so that a call which makes something made two.
 */
export function sentAgain({
  $metadata,
}: {
  readonly $metadata: { readonly attempts?: number | undefined };
}): boolean {
  return ($metadata.attempts ?? 1) > 1;
}
