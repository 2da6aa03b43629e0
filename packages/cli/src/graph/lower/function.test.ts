import { expect, test } from 'vitest';
import { join, pseudo, ref } from '../../resources/value.ts';
import { buildGraph } from '../build-graph.ts';
import { configOf, handler, inputOf, manifestOf, uses } from '../testing/given.ts';
import { idsOf, nodeOf } from '../testing/node-of.ts';
import { valueText } from '../testing/value-text.ts';

const lambda = { source: 'lambda' } as const;

test('a function has a role and a log group of its own', () => {
  const graph = buildGraph(inputOf(manifestOf({ handlers: [handler('send', lambda, { memory: 512 })] })));
  expect([...graph.nodes.keys()]).toEqual(['role:send', 'log-group:send', 'function:send']);
  expect(nodeOf(graph, 'function', 'send').model).toEqual({
    physicalName: 'shop-dev-send',
    description: undefined,
    runtime: 'nodejs24.x',
    handler: 'index.handler',
    architecture: 'arm64',
    memory: 512,
    timeout: 30,
    environment: {},
    code: { zip: 'send.zip', digest: 'digest of send' },
    role: ref('role:send', 'arn'),
    logGroup: ref('log-group:send', 'name'),
    logLevel: 'INFO',
    tracing: false,
    reservedConcurrency: undefined,
    vpc: undefined,
    layers: [],
  });
  expect(nodeOf(graph, 'role', 'send').model).toMatchObject({
    physicalName: join('shop-dev-send', '-', pseudo('region')),
    trusts: 'lambda.amazonaws.com',
  });
  expect(nodeOf(graph, 'log-group', 'send').model).toEqual({
    physicalName: '/aws/lambda/shop-dev-send',
    retention: 30,
  });
});

test('without code that asks for anything a role may write its own logs and nothing else', () => {
  const graph = buildGraph(inputOf(manifestOf({ handlers: [handler('send', lambda)] })));
  const [statement, ...others] = nodeOf(graph, 'role', 'send').model.statements;
  expect(statement?.actions).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
  expect(statement?.resources.map(valueText)).toEqual([
    'arn:{partition}:logs:{region}:{accountId}:log-group:/aws/lambda/shop-dev-send:*',
  ]);
  expect(others).toEqual([]);
});

test('what its code asks for stands before what its logs need', () => {
  const statement = { actions: ['s3:GetObject'], resources: ['*'], because: [] };
  const input = inputOf(manifestOf({ handlers: [handler('send', lambda)] }));
  const graph = buildGraph({ ...input, statements: new Map([['send', [statement]]]) });
  expect(nodeOf(graph, 'role', 'send').model.statements.map(({ actions }) => actions[0])).toEqual([
    's3:GetObject',
    'logs:CreateLogStream',
  ]);
});

test('a function in a network has a role with which Lambda can connect it', () => {
  const vpc = { subnets: ['subnet-0a'], securityGroups: ['sg-0a'] };
  const config = configOf({ functions: { send: { vpc } } });
  const handlers = [handler('send', lambda), handler('load', lambda)];
  const graph = buildGraph(inputOf(manifestOf({ handlers }), config));
  expect(nodeOf(graph, 'function', 'send').model.vpc).toEqual({ ...vpc, ipv6: false });
  expect(nodeOf(graph, 'function', 'load').model.vpc).toBeUndefined();
  const actions = (name: string) =>
    nodeOf(graph, 'role', name).model.statements.flatMap((statement) => statement.actions);
  expect(actions('send')).toContain('ec2:CreateNetworkInterface');
  expect(actions('load').filter((action) => action.startsWith('ec2:'))).toEqual([]);
});

test('the environment is what the code uses and what is set, of which the latter wins', () => {
  const manifest = manifestOf({
    handlers: [handler('send', lambda, { environment: { LEVEL: 'debug', TANKARD_PARAMETER_FROM: 'fixed' } })],
    resources: [
      { kind: 'parameter', name: 'From' },
      { kind: 'parameter', name: 'Unused' },
      { kind: 'parameter', name: 'To', default: 'b@example.com' },
    ],
  });
  const resources = [
    uses({ kind: 'parameter', name: 'From' }, 'value'),
    uses({ kind: 'parameter', name: 'To' }, 'value'),
  ];
  const graph = buildGraph({
    ...inputOf(manifest, configOf({ sourceMaps: true })),
    usages: [{ function: 'send', calls: [], notSeen: [], resources }],
  });
  expect(nodeOf(graph, 'function', 'send').model.environment).toEqual({
    NODE_OPTIONS: '--enable-source-maps',
    TANKARD_PARAMETER_FROM: 'fixed',
    TANKARD_PARAMETER_TO: { $parameter: 'To' },
    LEVEL: 'debug',
  });
  expect(graph.parameters).toEqual([{ name: 'To', value: 'b@example.com', description: undefined }]);
});

test('what does not fit into a role goes into managed policies before the function is made', () => {
  const resources = Array.from(
    { length: 300 },
    (_, index) => `arn:aws:s3:::bucket-of-a-long-name-${index}/*`,
  );
  const input = inputOf(manifestOf({ handlers: [handler('send', lambda)] }));
  const statements = new Map([['send', [{ actions: ['s3:GetObject'], resources, because: [] }]]]);
  const graph = buildGraph({ ...input, statements });
  const policies = idsOf(graph, 'policy');
  expect(policies.length).toBeGreaterThan(0);
  expect(nodeOf(graph, 'function', 'send').dependsOn).toEqual(policies);
  expect(nodeOf(graph, 'policy', 'send-1').model.role).toEqual(ref('role:send', 'name'));
});
