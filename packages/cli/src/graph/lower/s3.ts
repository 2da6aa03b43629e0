import type { HandlerDeclaration, S3Trigger } from '@tankard/framework/manifest';
import { pseudo } from '../../resources/value.ts';
import type { AnyNode } from '../node.ts';
import type { Lowering } from './lowering.ts';
import { lowerNotifications } from './notification.ts';
import { permissionNode } from './permission.ts';

/**
 * The permissions of S3 handlers, and the notifications. An ARN of a bucket names no account, and
 * somebody else may own the name later, so the account is part of the permission.
 * https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html
 */
export function lowerS3(
  handlers: readonly HandlerDeclaration<S3Trigger>[],
  lowering: Lowering,
): readonly AnyNode[] {
  const permissions = handlers.map(({ name, place, trigger }) =>
    permissionNode(name, {
      principal: 's3.amazonaws.com',
      sourceArn: lowering.values.arn(trigger.bucket),
      sourceAccount: pseudo('accountId'),
      place,
    }),
  );
  return [...permissions, ...lowerNotifications(handlers, lowering)];
}
