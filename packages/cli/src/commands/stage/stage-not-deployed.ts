import type { Problem } from '@tankard/framework/manifest';
import { problem } from '../../errors/problem.ts';

/** A stage as messages name it. */
export interface NamedStage {
  readonly app: string;
  readonly stage: string;
  readonly region: string;
}

/** STAGE_NOT_DEPLOYED: AWS has nothing of what a command asks for. */
export function stageNotDeployed({ app, stage, region }: NamedStage): Problem {
  return problem('STAGE_NOT_DEPLOYED', {
    message: `The stage '${stage}' of '${app}' is not in ${region}.`,
    remedy: `Deploy it first: tankard deploy --stage ${stage}. Or name another --region or --profile.`,
  });
}
