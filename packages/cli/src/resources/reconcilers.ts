import type { Kind } from './models.ts';
import type { Reconciler } from './reconciler.ts';

/**
 * How each kind is brought to AWS; loaded when a graph holds one, because each brings its SDK client.
 * In the order in which a lost journal is rebuilt: what belongs to another kind comes after it.
 */
export const reconcilers: { readonly [K in Kind]?: () => Promise<Reconciler<K>> } = {
  table: async () => (await import('./table/reconcile.ts')).tableReconciler,
  stream: async () => (await import('./stream/reconcile.ts')).streamReconciler,
  bucket: async () => (await import('./bucket/reconcile.ts')).bucketReconciler,
  secret: async () => (await import('./secret/reconcile.ts')).secretReconciler,
  queue: async () => (await import('./queue/reconcile.ts')).queueReconciler,
  topic: async () => (await import('./topic/reconcile.ts')).topicReconciler,
  'http-api': async () => (await import('./http-api/reconcile.ts')).httpApiReconciler,
  'rest-api': async () => (await import('./rest-api/reconcile.ts')).restApiReconciler,
  'websocket-api': async () => (await import('./websocket-api/reconcile.ts')).websocketApiReconciler,
  'schedule-group': async () => (await import('./schedule-group/reconcile.ts')).scheduleGroupReconciler,
  role: async () => (await import('./role/reconcile.ts')).roleReconciler,
  policy: async () => (await import('./policy/reconcile.ts')).policyReconciler,
  'log-group': async () => (await import('./log-group/reconcile.ts')).logGroupReconciler,
  layer: async () => (await import('./layer/reconcile.ts')).layerReconciler,
  function: async () => (await import('./function/reconcile.ts')).functionReconciler,
  'function-url': async () => (await import('./function-url/reconcile.ts')).functionUrlReconciler,
  permission: async () => (await import('./permission/reconcile.ts')).permissionReconciler,
  notification: async () => (await import('./notification/reconcile.ts')).notificationReconciler,
  'queue-policy': async () => (await import('./queue-policy/reconcile.ts')).queuePolicyReconciler,
  mapping: async () => (await import('./mapping/reconcile.ts')).mappingReconciler,
  subscription: async () => (await import('./subscription/reconcile.ts')).subscriptionReconciler,
  'http-integration': async () => (await import('./http-integration/reconcile.ts')).httpIntegrationReconciler,
  'http-authorizer': async () => (await import('./http-authorizer/reconcile.ts')).httpAuthorizerReconciler,
  'rest-authorizer': async () => (await import('./rest-authorizer/reconcile.ts')).restAuthorizerReconciler,
  'http-route': async () => (await import('./http-route/reconcile.ts')).httpRouteReconciler,
  'rest-deployment': async () => (await import('./rest-deployment/reconcile.ts')).restDeploymentReconciler,
  'websocket-integration': async () =>
    (await import('./websocket-integration/reconcile.ts')).websocketIntegrationReconciler,
  'websocket-authorizer': async () =>
    (await import('./websocket-authorizer/reconcile.ts')).websocketAuthorizerReconciler,
  'websocket-route': async () => (await import('./websocket-route/reconcile.ts')).websocketRouteReconciler,
  'websocket-stage': async () => (await import('./websocket-stage/reconcile.ts')).websocketStageReconciler,
  domain: async () => (await import('./domain/reconcile.ts')).domainReconciler,
  'edge-domain': async () => (await import('./edge-domain/reconcile.ts')).edgeDomainReconciler,
  'domain-mapping': async () => (await import('./domain-mapping/reconcile.ts')).domainMappingReconciler,
  'edge-mapping': async () => (await import('./edge-mapping/reconcile.ts')).edgeMappingReconciler,
  'dns-record': async () => (await import('./dns-record/reconcile.ts')).dnsRecordReconciler,
  'api-key': async () => (await import('./api-key/reconcile.ts')).apiKeyReconciler,
  'usage-plan': async () => (await import('./usage-plan/reconcile.ts')).usagePlanReconciler,
  schedule: async () => (await import('./schedule/reconcile.ts')).scheduleReconciler,
  rule: async () => (await import('./rule/reconcile.ts')).ruleReconciler,
};
