import { randomUUID } from 'node:crypto';
import type { EmulatorContext } from '../../emulator.ts';
import { type BusEvent, eventTime } from '../../events/bus-event.ts';
import type { ObjectChange } from '../change.ts';

const KINDS: Readonly<Record<ObjectChange['event'], readonly [detailType: string, facts: object]>> = {
  'ObjectCreated:Put': ['Object Created', { reason: 'PutObject' }],
  'ObjectCreated:Copy': ['Object Created', { reason: 'CopyObject' }],
  'ObjectCreated:CompleteMultipartUpload': ['Object Created', { reason: 'CompleteMultipartUpload' }],
  'ObjectRemoved:Delete': [
    'Object Deleted',
    { reason: 'DeleteObject', 'deletion-type': 'Permanently Deleted' },
  ],
  'ObjectTagging:Put': ['Object Tags Added', {}],
  'ObjectTagging:Delete': ['Object Tags Deleted', {}],
};

/** The event of one change, as EventBridge gets it: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
export function bucketBusEvent(
  { event, bucket, key, size, etag, time, sequencer }: ObjectChange,
  { region, account }: Pick<EmulatorContext, 'region' | 'account'>,
): BusEvent {
  const [detailType, facts] = KINDS[event];
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': detailType,
    source: 'aws.s3',
    account,
    time: eventTime(time.getTime()),
    region,
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: { key, size, etag, sequencer },
      'request-id': randomUUID(),
      requester: account,
      'source-ip-address': '127.0.0.1',
      ...facts,
    },
  };
}
