import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { S3 } from '@aws-sdk/client-s3';
import { app, type Input } from './service.ts';

const legacy = app.table.existing('legacy');
const shared = app.bucket.existing('shared-files');

/**
 * A table that is there already.
 *
 * - dynamodb:GetItem on legacy
 */
export const readsLegacy = app.lambda(({ id }: Input) =>
  new DynamoDB().getItem({ TableName: legacy.name, Key: { id: { S: id } } }),
);

/**
 * A bucket that is there already.
 *
 * - s3:GetObject on shared-files/*
 */
export const readsShared = app.lambda(({ id }: Input) =>
  new S3().getObject({ Bucket: shared.name, Key: id }),
);
