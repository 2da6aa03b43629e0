import type { Delivered, Targets } from '../targets/targets.ts';

/** What a service was sent, with the ARN of the resource that it was for. */
export type Received = Delivered & { readonly arn: string };

/**
 * Takes what is sent to resources of some services, for a test without the services themselves.
 *
 * @param exists tells which resources there are; default all.
 */
export function receiveAll(
  targets: Targets,
  services: readonly string[],
  exists: (arn: string) => boolean = () => true,
): Received[] {
  const received: Received[] = [];
  for (const service of services) {
    targets.receive(service, async (arn, delivered) => {
      if (!exists(arn)) throw new Error(`There is no ${arn}.`);
      received.push({ ...delivered, arn });
    });
  }
  return received;
}
