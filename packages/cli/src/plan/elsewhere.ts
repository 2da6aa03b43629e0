import type { Problem } from '@tankard/framework/manifest';
import { problem } from '../errors/problem.ts';
import type { PlanRequest } from './deploy.ts';

/** Stops a first deploy into an account while the stage stands in another: most often a wrong profile. */
export async function elsewhereProblems(
  request: Pick<PlanRequest, 'target' | 'store' | 'elsewhere'> & { graph: { app: string; stage: string } },
): Promise<readonly Problem[]> {
  const { graph, target, store, elsewhere = false } = request;
  const accounts = await store.accounts();
  if (elsewhere || accounts.length === 0 || accounts.includes(target.account)) return [];
  return [
    problem('DEPLOY_ELSEWHERE', {
      message: `The stage '${graph.stage}' of '${graph.app}' stands in the account ${accounts.join(', ')}, and these credentials are of ${target.account}.`,
      subject: target.caller,
      remedy: 'Use the profile of that account, or give --new-account to have the stage in both.',
    }),
  ];
}
