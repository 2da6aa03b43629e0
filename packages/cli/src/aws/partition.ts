/** A set of regions that shares its accounts, and knows nothing of others. */
export interface Partition {
  /** The second part of its ARNs: `aws`. */
  readonly partition: string;
  /** `amazonaws.com`. */
  readonly urlSuffix: string;
}

/**
 * Where it is another one. Principals of services end in `amazonaws.com` everywhere.
 * https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 */
const URL_SUFFIXES: Readonly<Record<string, string>> = {
  'aws-cn': 'amazonaws.com.cn',
  'aws-eusc': 'amazonaws.eu',
  'aws-iso': 'c2s.ic.gov',
  'aws-iso-b': 'sc2s.sgov.gov',
  'aws-iso-e': 'cloud.adc-e.uk',
  'aws-iso-f': 'csp.hci.ic.gov',
};

/** The caller's ARN names the partition. */
export function partitionOf(caller: string): Partition {
  const [, partition = 'aws'] = caller.split(':');
  return { partition, urlSuffix: URL_SUFFIXES[partition] ?? 'amazonaws.com' };
}

/** Regions by how their names begin. */
const REGIONS: readonly (readonly [RegExp, string])[] = [
  [/^cn-/, 'aws-cn'],
  [/^us-gov-/, 'aws-us-gov'],
  [/^eusc-/, 'aws-eusc'],
  [/^us-iso-/, 'aws-iso'],
  [/^us-isob-/, 'aws-iso-b'],
  [/^eu-isoe-/, 'aws-iso-e'],
  [/^us-isof-/, 'aws-iso-f'],
];

/** Where no caller is at hand, the region's name tells the partition. */
export function partitionOfRegion(region: string): Partition {
  const [, partition = 'aws'] = REGIONS.find(([begins]) => begins.test(region)) ?? [];
  return partitionOf(`arn:${partition}`);
}
