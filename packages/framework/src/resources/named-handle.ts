import type { ResourceKind } from '../manifest/types.ts';
import { fromEnvironment } from './environment.ts';
import { Handle } from './resource.ts';

/** A handle of something that its physical name finds. */
export abstract class NamedHandle<K extends ResourceKind, Options> extends Handle<K, Options> {
  /**
   * The physical name.
   * @throws {Error} where `TANKARD_<KIND>_<NAME>` is not set.
   */
  get name(): string {
    return fromEnvironment(this.kind, this.id);
  }

  /** @throws {Error} where `TANKARD_<KIND>_<NAME>_ARN` is not set. */
  get arn(): string {
    return fromEnvironment(this.kind, this.id, 'arn');
  }
}
