import type { Problem } from '@tankard/framework/manifest';
import type { Target } from '../../aws/target.ts';
import type { DeployResult } from '../../plan/deploy.ts';
import { isEmpty } from '../../plan/plan.ts';
import type { Outcome } from '../../report/outcome.ts';
import { table } from '../../report/table.ts';
import { secondsText } from './progress.ts';
import { planData } from './step-data.ts';

/** What was deployed, and where. */
export interface Deployed {
  readonly app: string;
  readonly stage: string;
  readonly target: Pick<Target, 'account' | 'region'>;
  /** Milliseconds, without building the app. */
  readonly duration: number;
  readonly problems: readonly Problem[];
}

/** What `deploy` says at its end: the outputs, and how it went. */
export function deployOutcome({ plan, applied, outputs }: DeployResult, deployed: Deployed): Outcome {
  const { app, stage, target, problems } = deployed;
  const { account, region } = target;
  const duration = Math.round(deployed.duration);
  return {
    data: { app, stage, account, region, applied, duration, ...planData(plan), outputs },
    text: (style) => {
      if (!applied) return 'Stopped: nothing was changed.';
      const how = isEmpty(plan) ? 'was up to date' : 'is deployed';
      return [
        ...(outputs.length > 0 ? [table(outputs.map(({ name, value }) => [`  ${name}`, value]))] : []),
        `${style.good('✔')} ${style.strong(app)} ${how}: stage ${stage} in ${region} of ${account}, ${secondsText(duration)}`,
      ].join('\n');
    },
    problems: [...problems, ...plan.problems],
  };
}
