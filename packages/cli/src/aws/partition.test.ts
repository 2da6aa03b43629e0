import { expect, test } from 'vitest';
import { partitionOf, partitionOfRegion } from './partition.ts';

test.each([
  ['arn:aws:iam::123456789012:user/me', 'aws', 'amazonaws.com'],
  ['arn:aws-us-gov:sts::123456789012:assumed-role/deploy/me', 'aws-us-gov', 'amazonaws.com'],
  ['arn:aws-cn:iam::123456789012:user/me', 'aws-cn', 'amazonaws.com.cn'],
  ['arn:aws-iso-f:iam::123456789012:user/me', 'aws-iso-f', 'csp.hci.ic.gov'],
])('%s deploys in %s', (caller, partition, urlSuffix) => {
  expect(partitionOf(caller)).toEqual({ partition, urlSuffix });
});

test.each([
  ['eu-central-1', 'aws'],
  ['us-gov-east-1', 'aws-us-gov'],
  ['cn-northwest-1', 'aws-cn'],
  ['us-isob-east-1', 'aws-iso-b'],
])('%s is in %s', (region, partition) => {
  expect(partitionOfRegion(region).partition).toBe(partition);
});
