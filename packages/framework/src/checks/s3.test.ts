import { describe, expect, test } from 'vitest';
import { at } from '../scope.ts';
import type { S3Options } from '../sources/s3.ts';
import { codesOf, problemsOf } from './testing/problems-of.ts';

function codesOfTwo(one: S3Options, other: S3Options) {
  return codesOf((app) => {
    const files = app.bucket('Files');
    app.onS3Event(files, { name: 'one', ...one }, () => 1);
    app.onS3Event(files, { name: 'other', ...other }, () => 1);
  });
}

describe('two handlers of one bucket', () => {
  test.each<[S3Options, S3Options]>([
    [{}, {}],
    [{ prefix: 'in/' }, {}],
    [{ prefix: 'in/' }, { prefix: 'in/mail/' }],
    [{ suffix: '.gz' }, { suffix: '.tar.gz' }],
    [
      { prefix: 'in/', suffix: '.zip' },
      { prefix: 'in/', suffix: 'zip' },
    ],
    [{ prefix: 'in/' }, { suffix: '.zip' }],
    [{ events: ['s3:ObjectCreated:*'] }, { events: ['s3:ObjectRemoved:*', 's3:ObjectCreated:Put'] }],
  ])('with %j and %j overlap', (one, other) => {
    expect(codesOfTwo(one, other)).toEqual(['S3_EVENTS_OVERLAP']);
  });

  test.each<[S3Options, S3Options]>([
    [{ prefix: 'in/' }, { prefix: 'out/' }],
    [{ suffix: '.zip' }, { suffix: '.png' }],
    [
      { prefix: 'in/', suffix: '.zip' },
      { prefix: 'in/', suffix: '.png' },
    ],
    [{ events: ['s3:ObjectCreated:Put'] }, { events: ['s3:ObjectCreated:Copy', 's3:ObjectRemoved:*'] }],
  ])('with %j and %j do not', (one, other) => {
    expect(codesOfTwo(one, other)).toEqual([]);
  });

  test('that overlap are shown with both places', () => {
    const [problem] = problemsOf((app) => {
      const files = app.bucket('Files');
      app[at]({ name: 'one', file: 'src/a.ts', line: 3 }).onS3Event(files, () => 1);
      app[at]({ name: 'other', file: 'src/a.ts', line: 9 }).onS3Event(files, () => 1);
    });
    expect(problem?.place).toEqual({ file: 'src/a.ts', line: 9 });
    expect(problem?.message).toContain("'one' (src/a.ts:3)");
  });
});

test('handlers of two buckets do not overlap', () => {
  const codes = codesOf((app) => {
    app.onS3Event('one', { name: 'one' }, () => 1);
    app.onS3Event('other', { name: 'other' }, () => 1);
  });
  expect(codes).toEqual([]);
});

test.each<[S3Options['events']]>([
  [[]],
  [['s3:ObjectDeleted:*']],
  [['s3:ObjectCreated:Put', 's3:ObjectCreated']],
])('S3 has no events %j', (events) => {
  expect(codesOf((app) => app.onS3Event('files', { name: 'one', events }, () => 1))).toEqual([
    'S3_EVENT_UNKNOWN',
  ]);
});
