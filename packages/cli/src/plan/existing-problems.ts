import type { Problem } from '@tankard/framework/manifest';
import type { ExistingFacts, ExistingKind } from '../aws/existing.ts';
import { problem } from '../errors/problem.ts';
import type { ExistingSource } from './existing-sources.ts';

const NAMES: Readonly<Partial<Record<ExistingKind, string>>> = { bus: 'event bus' };

/** Seconds: more SQS does not take. */
const LONGEST_VISIBILITY = 43_200;

/**
 * Why an existing resource can't call the function behind it: what AWS would refuse in the middle of a
 * deploy is said before anything is made. Of a queue also what AWS only advises against: it asks for the
 * handler's timeout at least, and recommends six times that and the batch window.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
 */
export function existingProblems(
  { kind, address, node, timeout, batchWindow = 0 }: ExistingSource,
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
  if (timeout === undefined || visibility === undefined) return [];
  const recommended = Math.min(timeout * 6 + batchWindow, LONGEST_VISIBILITY);
  if (visibility >= recommended) return [];
  const refused = visibility < timeout;
  return [
    problem(refused ? 'QUEUE_VISIBILITY' : 'QUEUE_VISIBILITY_SHORT', {
      severity: refused ? 'error' : 'warning',
      message: `A message of the existing queue '${address}' is hidden for ${visibility} seconds, and its handler '${name}' may run for ${timeout}${refused ? '' : ': while Lambda is throttled it may be handled twice'}.`,
      place,
      subject: address,
      remedy: `Set the queue's visibility to ${recommended} seconds, ${refused ? `or the handler's timeout to at most ${visibility}` : `as AWS recommends: aws sqs set-queue-attributes --attributes VisibilityTimeout=${recommended} --queue-url …`}.`,
    }),
  ];
}

const tableName = (address: string): string => address.slice(address.lastIndexOf('/') + 1);
