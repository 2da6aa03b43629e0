import type { Change, Reconciler, Target } from './reconciler.ts';

type Any = Reconciler<'function'>;
type Sighted = Pick<Target<'function'>, 'key' | 'recorded'>;

/** A reconciler for several kinds that are one in AWS and whose models are alike. */
export interface SharedReconciler<Model> extends Pick<Any, 'partOf' | 'replaces' | 'list'> {
  key(model: Model): ReturnType<Any['key']>;
  wanted(model: Model): ReturnType<Any['wanted']>;
  observe(target: Sighted, context: Parameters<Any['observe']>[1]): ReturnType<Any['observe']>;
  ensure(model: Model, context: Parameters<Any['ensure']>[1]): ReturnType<Any['ensure']>;
  sync(
    change: Pick<Change<'function'>, 'observed' | 'changed'> & { readonly model: Model },
    context: Parameters<Any['sync']>[1],
  ): ReturnType<Any['sync']>;
  remove(target: Sighted, context: Parameters<Any['remove']>[1]): ReturnType<Any['remove']>;
}
