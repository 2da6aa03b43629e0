import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { actionsOf } from '../packages/cli/src/policy/actions/actions-of.ts';
import { findAction } from '../packages/cli/src/policy/actions/iam-actions.ts';
import type { DeployerGrant, KindDeployer } from '../packages/cli/src/resources/deployer.ts';
import { deployers } from '../packages/cli/src/resources/deployers.ts';
import type { Kind } from '../packages/cli/src/resources/models.ts';
import { ownArns } from '../packages/cli/src/resources/own-arns.ts';

const kinds = Object.keys(deployers) as readonly Kind[];
const place = { file: 'src/app.ts', line: 1 };
const own = ownArns({ app: 'shop', stage: 'dev' });

/** Models as far as the grants hang on them: a function in a network, roles without and with a boundary. */
const models = [
  { vpc: {}, topicArn: 'arn:topic', bucket: 'files' },
  { topicArn: 'arn:topic', bucket: 'files', boundary: 'arn:boundary' },
];

function grantsOf(kind: Kind): readonly DeployerGrant[] {
  const { find, bring, removeData } = deployers[kind] as KindDeployer<unknown>;
  return [...find(own), ...models.flatMap((model) => bring(own, model)), ...(removeData?.(own) ?? [])];
}

/** What a call needs beside the action of its name, or what needs no call of ours. */
const BESIDE: Partial<Record<Kind, readonly string[]>> = {
  // Objects are deleted by their versions.
  bucket: ['s3:DeleteObjectVersion'],
  // Tags are set by the calls of REST APIs.
  'api-key': ['apigateway:PUT'],
  domain: ['apigateway:PUT'],
  'edge-domain': ['apigateway:PUT'],
  // Roles are handed on, large zips go through a bucket, and Lambda looks at the network for the caller.
  function: [
    'ec2:DescribeSecurityGroups',
    'ec2:DescribeSubnets',
    'ec2:DescribeVpcs',
    'iam:PassRole',
    'lambda:ListTags',
    's3:CreateBucket',
    's3:DeleteObject',
    's3:GetObject',
    's3:PutBucketPublicAccessBlock',
    's3:PutObject',
  ],
  layer: [
    'lambda:GetLayerVersion',
    's3:CreateBucket',
    's3:DeleteObject',
    's3:GetObject',
    's3:PutBucketPublicAccessBlock',
    's3:PutObject',
  ],
  schedule: ['iam:PassRole'],
  stream: ['kinesis:TagResource'],
  'usage-plan': ['apigateway:PUT'],
  // Read, tagged and deleted by the calls of HTTP APIs.
  'websocket-api': ['apigateway:DELETE', 'apigateway:GET', 'apigateway:PUT'],
  'websocket-stage': ['apigateway:GET', 'apigateway:POST', 'apigateway:PUT'],
};

/** Kinds whose calls are those of another one. */
const SHARED: Partial<Record<Kind, Kind>> = {
  'websocket-authorizer': 'http-authorizer',
  'websocket-integration': 'http-integration',
};

/** The SDK's calls in a kind's reconciler, as IAM names them. */
async function calledBy(kind: Kind): Promise<ReadonlySet<string>> {
  const path = `../packages/cli/src/resources/${SHARED[kind] ?? kind}/reconcile.ts`;
  const file = join(import.meta.dirname, path);
  const source = readFileSync(file, 'utf8');
  const [, imports = '', client = ''] =
    /import \{([^}]*)\} from '(@aws-sdk\/client-[^']*)'/.exec(source) ?? [];
  const operations = imports.split(',').flatMap((name) => {
    const [, command, page] = /^\s*(?:(\w+)Command|paginate(\w+))\s*$/.exec(name) ?? [];
    return command ?? page ?? [];
  });
  expect(operations.length, kind).toBeGreaterThan(0);
  const actions = await Promise.all(operations.map((operation) => actionsOf({ client, operation, place })));
  expect(actions, kind).not.toContain(undefined);
  return new Set(actions.flatMap((some) => some ?? []).map(({ name }) => name));
}

test.each(kinds)(
  'a deployer may make the calls that the reconciler of a %s makes, and no other',
  async (kind) => {
    const called = await calledBy(kind);
    const allowed = new Set(grantsOf(kind).flatMap(({ actions }) => actions));
    const beside = BESIDE[kind] ?? [];
    expect([...allowed].sort()).toEqual([...new Set([...called, ...beside])].sort());
  },
);

test.each(kinds)(
  'every action for a %s is one of IAM, and takes the resource that it is tied to',
  async (kind) => {
    for (const { actions, resources } of grantsOf(kind)) {
      for (const action of actions) {
        const found = await findAction(action);
        expect(found?.name, action).toBe(action);
        const any = resources.length === 1 && resources[0] === '*';
        expect(found?.resourceTypes.length === 0, `${action} has no resource`).toBe(any);
      }
    }
  },
);
