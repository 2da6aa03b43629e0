/** An integration as far as it takes to choose one. */
interface Candidate {
  readonly IntegrationId?: string | undefined;
  readonly IntegrationUri?: string | undefined;
}

/**
 * Chooses the integration of a function: the recorded one, or else one that a route goes to, or else the
 * first. Those beside it that no route needs were made when an answer was lost and the call sent again.
 *
 * @param routed ids of the integrations that routes go to.
 */
export function ownIntegration<Integration extends Candidate>(
  integrations: readonly Integration[],
  calls: string | undefined,
  { recorded, routed }: { readonly recorded?: string | undefined; readonly routed: ReadonlySet<string> },
): { readonly own: Integration; readonly duplicates: readonly string[] } | undefined {
  const same = integrations.filter(({ IntegrationUri }) => IntegrationUri === calls);
  const isRouted = ({ IntegrationId = '' }: Integration) => routed.has(IntegrationId);
  const own = same.find(({ IntegrationId }) => IntegrationId === recorded) ?? same.find(isRouted) ?? same[0];
  const others = same.filter((one) => one !== own && !isRouted(one));
  return own && { own, duplicates: others.map(({ IntegrationId = '' }) => IntegrationId) };
}
