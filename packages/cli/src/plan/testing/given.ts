import { makeNode } from '../../graph/make-node.ts';
import type { AnyNode } from '../../graph/node.ts';
import { ref } from '../../resources/value.ts';

/** Nodes of which tests make apps. */
export const given = {
  role: (name: string, trusts = 'lambda'): AnyNode =>
    makeNode('role', name, { physicalName: `shop-dev-${name}`, trusts, statements: [] }),

  table: (name: string, key = 'id', physicalName = `shop-dev-${name}`): AnyNode =>
    makeNode('table', name, {
      physicalName,
      partitionKey: { name: key, type: 'string' },
      indexes: [],
      stream: false,
    }),

  function: (
    name: string,
    more: {
      memory?: number;
      environment?: Record<string, string>;
      code?: { zip: string; digest: string };
    } = {},
  ): AnyNode =>
    makeNode('function', name, {
      physicalName: `shop-dev-${name}`,
      runtime: 'nodejs24.x',
      handler: 'index.handler',
      architecture: 'arm64',
      memory: 256,
      timeout: 30,
      environment: {},
      code: { zip: `${name}.zip`, digest: '1' },
      role: ref(`role:${name}`, 'arn'),
      logGroup: ref(`role:${name}`, 'name'),
      logLevel: 'INFO',
      tracing: false,
      layers: [],
      ...more,
    }),

  permission: (name: string): AnyNode =>
    makeNode('permission', name, {
      function: ref(`function:${name}`, 'arn'),
      principal: 'sns',
      sourceArn: 'arn',
    }),
};
