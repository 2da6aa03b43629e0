import { integrationReconciler } from '../http-integration/reconcile.ts';
import type { Reconciler } from '../reconciler.ts';

export const websocketIntegrationReconciler: Reconciler<'websocket-integration'> = integrationReconciler({
  kind: 'websocket-integration',
  partOf: 'websocket-api',
});
