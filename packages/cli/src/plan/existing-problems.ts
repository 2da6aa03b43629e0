import type { Problem } from '@tankard/framework/manifest';
import type { ExistingFacts, ExistingKind } from '../aws/existing.ts';
import { problem } from '../errors/problem.ts';
import type { ExistingSource } from './existing-sources.ts';

const NAMES: Readonly<Partial<Record<ExistingKind, string>>> = { bus: 'event bus' };

/**
 * Why an existing resource can't call the function behind it: what AWS would refuse in the middle of a
 * deploy is said before anything is made.
 */
export function existingProblems(
  { kind, address, node, timeout }: ExistingSource,
  { there, streamArn, visibility }: ExistingFacts,
): readonly Problem[] {
  const { name, place } = node;
  if (!there) {
    return [
      problem('EXISTING_MISSING', {
        message: `'${name}' listens to the existing ${NAMES[kind] ?? kind} '${address}', which is not there.`,
        place,
        subject: address,
        remedy: `Check its name, and the account and region of this deploy.${kind === 'bus' ? '' : ` Or let the app make it with app.${kind}('…').`}`,
      }),
    ];
  }
  if (kind === 'table' && streamArn === undefined) {
    return [
      problem('EXISTING_STREAM_OFF', {
        message: `'${name}' reads the records of the existing table '${address}', whose stream is off.`,
        place,
        subject: address,
        remedy: `Switch it on: aws dynamodb update-table --table-name ${tableName(address)} --stream-specification StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES`,
      }),
    ];
  }
  // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
  if (timeout !== undefined && visibility !== undefined && visibility < timeout) {
    return [
      problem('QUEUE_VISIBILITY', {
        message: `A message of the existing queue '${address}' is hidden for ${visibility} seconds, and its handler '${name}' may run for ${timeout}.`,
        place,
        subject: address,
        remedy: `Set the queue's visibility to ${timeout * 6} seconds, or the handler's timeout to at most ${visibility}.`,
      }),
    ];
  }
  return [];
}

const tableName = (address: string): string => address.slice(address.lastIndexOf('/') + 1);
