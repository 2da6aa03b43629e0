import type { PermissionStatement, SharedSettings } from '../manifest/types.ts';
import type { Resource } from '../resources/resource.ts';
import type { Action } from './action.ts';

/**
 * What every handler may say of itself and of the function that runs it. It extends interfaces alone: what extends a type such
 * as `Omit` the compiler makes anew for each declaration.
 */
export interface HandlerOptions extends SharedSettings {
  /** Default: the constant that it is assigned to, or the method's name. */
  readonly name?: string | undefined;
  /** Added to what is derived from the code. */
  readonly permissions?: readonly Permission[] | undefined;
}

/**
 * One IAM statement that allows something.
 *
 * @example { actions: ['dynamodb:PutItem'], resources: [subscribers] }
 */
export interface Permission extends Omit<PermissionStatement, 'actions' | 'resources'> {
  /** As IAM names them, or patterns of these. */
  readonly actions: readonly Action[];
  /** Declared resources, or ARNs. */
  readonly resources: readonly (Resource | string)[];
}
