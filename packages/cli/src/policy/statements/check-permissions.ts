import type { Problem } from '@tankard/framework/manifest';
import { problem } from '../../errors/problem.ts';
import { matchesAnAction, nearestAction } from '../actions/iam-actions.ts';
import type { Written } from './function-permissions.ts';

/** Every action of `permissions` that IAM does not know, with the one that was probably meant. */
export async function checkPermissions(written: readonly Written[]): Promise<readonly Problem[]> {
  const all = await Promise.all(
    written.flatMap(({ permission, because }) =>
      permission.actions.map(async (action) => {
        if (await matchesAnAction(action)) return [];
        const meant = await nearestAction(action);
        return [
          problem('PERMISSION_UNKNOWN_ACTION', {
            message: `IAM has no action '${action}'.`,
            place: because.place,
            subject: because.text,
            remedy: meant
              ? `Write '${meant}'.`
              : 'Write one of https://docs.aws.amazon.com/service-authorization/latest/reference/, such as "s3:PutObject".',
          }),
        ];
      }),
    ),
  );
  return all.flat();
}
