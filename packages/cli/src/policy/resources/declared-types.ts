import type { ResourceKind } from '@tankard/framework/manifest';

/** A resource type of IAM as something below a declared resource: its ARN with `below` put behind it. */
export interface DeclaredType {
  readonly kind: ResourceKind;
  readonly below: string;
}

const types: Readonly<Record<string, Readonly<Record<string, DeclaredType>>>> = {
  dynamodb: {
    table: { kind: 'table', below: '' },
    index: { kind: 'table', below: '/index/*' },
    stream: { kind: 'table', below: '/stream/*' },
    backup: { kind: 'table', below: '/backup/*' },
    export: { kind: 'table', below: '/export/*' },
    import: { kind: 'table', below: '/import/*' },
  },
  kinesis: { stream: { kind: 'stream', below: '' }, consumer: { kind: 'stream', below: '/consumer/*' } },
  s3: { bucket: { kind: 'bucket', below: '' }, object: { kind: 'bucket', below: '/*' } },
  secretsmanager: { Secret: { kind: 'secret', below: '' } },
  sns: { topic: { kind: 'topic', below: '' } },
  sqs: { queue: { kind: 'queue', below: '' } },
};

/** Which declared kind stands for a resource type of an IAM service; undefined for what no app declares. */
export function declaredType(service: string, resourceType: string): DeclaredType | undefined {
  return types[service]?.[resourceType];
}
