import type { Manifest } from '@tankard/framework/manifest';
import type { ResolvedConfig } from '../config/resolved.ts';
import type { ResourceArns } from '../policy/context.ts';
import { join, pseudo, ref, type Value } from '../resources/value.ts';
import { ownArn } from './arn.ts';
import { logGroupName } from './log-group-name.ts';
import { failureQueueName } from './lower/stream-mapping.ts';
import { namesOf } from './names.ts';
import { placeholdersOf } from './placeholders.ts';
import { resourceValues } from './resource-values.ts';

/** The ARNs that policies are written with, the same as the graph's own. */
export function policyArns(manifest: Manifest, config: Pick<ResolvedConfig, 'stage' | 'api'>): ResourceArns {
  const names = namesOf(manifest.app, config.stage);
  const values = resourceValues(manifest, names);
  // A function is told an existing secret's name; a policy needs its ARN.
  const address: typeof values.address = (one) =>
    one.kind === 'secret' ? values.arn(one) : values.address(one);
  return {
    arn: values.arn,
    filled: placeholdersOf(manifest, config, { ...values, address }).text,
    streamArn: values.streamArn,
    failureQueueArn: (handler) => ref(`queue:${failureQueueName(handler)}`, 'arn'),
    connectionsArn: (method) =>
      ownArn(
        'execute-api',
        ref('websocket-api:websocket', 'id'),
        `/${config.stage}/${method}/@connections/*`,
      ),
    functionArn: (name) => ownArn('lambda', 'function:', names.of('function', name)),
    networkArns: [ownArn('ec2', 'network-interface/*'), networkArn('security-group'), networkArn('subnet')],
    logGroupArn: (name) => ownArn('logs', 'log-group:', logGroupName(names, name)),
  };
}

/** Another account may own a network and share it. */
const networkArn = (kind: 'security-group' | 'subnet'): Value =>
  join('arn:', pseudo('partition'), ':ec2:', pseudo('region'), `:*:${kind}/*`);
