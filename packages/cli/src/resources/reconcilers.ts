import type { Kind } from '../graph/node.ts';
import type { Reconciler } from './reconciler.ts';

/**
 * How each kind is brought to AWS; loaded when a graph holds one, because each brings its SDK client.
 * In the order in which a lost journal is rebuilt: what belongs to another kind comes after it.
 */
export const reconcilers: { readonly [K in Kind]?: () => Promise<Reconciler<K>> } = {
  role: async () => (await import('./role/reconcile.ts')).roleReconciler,
  policy: async () => (await import('./policy/reconcile.ts')).policyReconciler,
  'log-group': async () => (await import('./log-group/reconcile.ts')).logGroupReconciler,
  layer: async () => (await import('./layer/reconcile.ts')).layerReconciler,
  function: async () => (await import('./function/reconcile.ts')).functionReconciler,
  permission: async () => (await import('./permission/reconcile.ts')).permissionReconciler,
};
