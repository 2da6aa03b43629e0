import type { Manifest } from '@tankard/framework/manifest';
import type { ResourceArns } from '../policy/context.ts';
import { ref } from '../resources/value.ts';
import { ownArn } from './arn.ts';
import { logGroupName } from './log-group-name.ts';
import { failureQueueName } from './lower/stream-mapping.ts';
import { namesOf } from './names.ts';
import { resourceValues } from './resource-values.ts';

/** The ARNs that policies are written with, the same as the graph's own. */
export function policyArns(manifest: Manifest, stage: string): ResourceArns {
  const names = namesOf(manifest.app, stage);
  const values = resourceValues(manifest, names);
  return {
    arn: values.arn,
    streamArn: values.streamArn,
    failureQueueArn: (handler) => ref(`queue:${failureQueueName(handler)}`, 'arn'),
    logGroupArn: (name) => ownArn('logs', 'log-group:', logGroupName(names, name)),
  };
}
