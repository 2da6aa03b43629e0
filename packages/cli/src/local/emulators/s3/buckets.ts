import { toXml } from '../../endpoint/xml.ts';
import { type S3Handler, xmlAnswer } from './context.ts';
import { listObjectsV1, listObjectsV2 } from './list.ts';

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

export const listBuckets: S3Handler = async ({ store }) =>
  xmlAnswer(
    toXml({
      ListAllMyBucketsResult: {
        '@xmlns': NAMESPACE,
        Owner: { ID: 'local', DisplayName: 'local' },
        Buckets: {
          Bucket: store
            .list()
            .map(({ name, created }) => ({ Name: name, CreationDate: created.toISOString() })),
        },
      },
    }),
  );

export const createBucket: S3Handler = async ({ store }, { bucket }) => {
  await store.create(bucket);
  return { status: 200, headers: { location: `/${bucket}` } };
};

export const headBucket: S3Handler = async ({ store, region }, { bucket }) => {
  store.bucket(bucket);
  return { status: 200, headers: { 'x-amz-bucket-region': region } };
};

export const deleteBucket: S3Handler = async ({ store, notifications }, { bucket }) => {
  await store.delete(bucket);
  notifications.forget(bucket);
  return { status: 204, headers: {} };
};

export const getBucketLocation: S3Handler = async ({ store, region }, { bucket }) => {
  store.bucket(bucket);
  // us-east-1 is said by nothing: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html
  const location = region === 'us-east-1' ? '' : region;
  return xmlAnswer(toXml({ LocationConstraint: { '@xmlns': NAMESPACE, '#text': location } }));
};

export const listObjects: S3Handler = async ({ store }, { bucket, request }) =>
  xmlAnswer(listObjectsV1(store.bucket(bucket), request.query));

export const listObjectsSecondVersion: S3Handler = async ({ store }, { bucket, request }) =>
  xmlAnswer(listObjectsV2(store.bucket(bucket), request.query));
