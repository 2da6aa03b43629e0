import { apiKeyTemplate } from './api-key/template.ts';
import { bucketTemplate } from './bucket/template.ts';
import { dnsRecordTemplate } from './dns-record/template.ts';
import { domainTemplate } from './domain/template.ts';
import { domainMappingTemplate } from './domain-mapping/template.ts';
import { edgeDomainTemplate } from './edge-domain/template.ts';
import { edgeMappingTemplate } from './edge-mapping/template.ts';
import { functionTemplate } from './function/template.ts';
import { functionUrlTemplate } from './function-url/template.ts';
import { httpApiTemplate } from './http-api/template.ts';
import { httpAuthorizerTemplate } from './http-authorizer/template.ts';
import { httpIntegrationTemplate } from './http-integration/template.ts';
import { httpRouteTemplate } from './http-route/template.ts';
import { layerTemplate } from './layer/template.ts';
import { logGroupTemplate } from './log-group/template.ts';
import { mappingTemplate } from './mapping/template.ts';
import type { Models } from './models.ts';
import { notificationTemplate } from './notification/template.ts';
import { permissionTemplate } from './permission/template.ts';
import { policyTemplate } from './policy/template.ts';
import { queueTemplate } from './queue/template.ts';
import { queuePolicyTemplate } from './queue-policy/template.ts';
import { restApiTemplate } from './rest-api/template.ts';
import { restAuthorizerTemplate } from './rest-authorizer/template.ts';
import { restDeploymentTemplate } from './rest-deployment/template.ts';
import { roleTemplate } from './role/template.ts';
import { ruleTemplate } from './rule/template.ts';
import { scheduleTemplate } from './schedule/template.ts';
import { scheduleGroupTemplate } from './schedule-group/template.ts';
import { secretTemplate } from './secret/template.ts';
import { streamTemplate } from './stream/template.ts';
import { subscriptionTemplate } from './subscription/template.ts';
import { tableTemplate } from './table/template.ts';
import type { KindTemplate } from './template.ts';
import { topicTemplate } from './topic/template.ts';
import { usagePlanTemplate } from './usage-plan/template.ts';
import { websocketApiTemplate } from './websocket-api/template.ts';
import { websocketAuthorizerTemplate } from './websocket-authorizer/template.ts';
import { websocketIntegrationTemplate } from './websocket-integration/template.ts';
import { websocketRouteTemplate } from './websocket-route/template.ts';
import { websocketStageTemplate } from './websocket-stage/template.ts';

/** How each resource kind looks in a template. */
export const templates: { readonly [K in keyof Models]: KindTemplate<Models[K]> } = {
  function: functionTemplate,
  role: roleTemplate,
  policy: policyTemplate,
  'log-group': logGroupTemplate,
  permission: permissionTemplate,
  'function-url': functionUrlTemplate,
  'http-api': httpApiTemplate,
  'http-route': httpRouteTemplate,
  'http-integration': httpIntegrationTemplate,
  'rest-api': restApiTemplate,
  'rest-deployment': restDeploymentTemplate,
  domain: domainTemplate,
  'edge-domain': edgeDomainTemplate,
  'domain-mapping': domainMappingTemplate,
  'edge-mapping': edgeMappingTemplate,
  'dns-record': dnsRecordTemplate,
  'schedule-group': scheduleGroupTemplate,
  schedule: scheduleTemplate,
  rule: ruleTemplate,
  mapping: mappingTemplate,
  subscription: subscriptionTemplate,
  table: tableTemplate,
  bucket: bucketTemplate,
  notification: notificationTemplate,
  queue: queueTemplate,
  'queue-policy': queuePolicyTemplate,
  topic: topicTemplate,
  stream: streamTemplate,
  secret: secretTemplate,
  layer: layerTemplate,
  'http-authorizer': httpAuthorizerTemplate,
  'rest-authorizer': restAuthorizerTemplate,
  'api-key': apiKeyTemplate,
  'usage-plan': usagePlanTemplate,
  'websocket-api': websocketApiTemplate,
  'websocket-integration': websocketIntegrationTemplate,
  'websocket-authorizer': websocketAuthorizerTemplate,
  'websocket-route': websocketRouteTemplate,
  'websocket-stage': websocketStageTemplate,
};
