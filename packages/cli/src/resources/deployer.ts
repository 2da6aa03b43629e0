import type { OwnArns } from './own-arns.ts';
import type { Statement } from './role/statement.ts';
import type { Value } from './value.ts';

/** Some calls, as IAM names them, on some resources. */
export interface DeployerGrant {
  readonly actions: readonly string[];
  /** ARNs and patterns; `*` where IAM ties the action to no resource. */
  readonly resources: readonly Value[];
  readonly conditions?: Statement['conditions'];
}

/** What whoever deploys has to be allowed so that a kind's reconciler can make its calls. */
export interface KindDeployer<Model> {
  /** For `list`: on a first deploy and with a lost journal every kind is looked for, whatever the app has. */
  find(own: OwnArns): readonly DeployerGrant[];
  /** For everything else but the loss of data; what the app had before is called alike, so patterns cover it. */
  bring(own: OwnArns, model: Model): readonly DeployerGrant[];
  /** For the removal of what holds data. */
  removeData?(own: OwnArns): readonly DeployerGrant[];
}

/** For what IAM ties to no resource. */
export const ANY: readonly Value[] = ['*'];
