import { apiKeyDeployer } from './api-key/deployer.ts';
import { bucketDeployer } from './bucket/deployer.ts';
import type { KindDeployer } from './deployer.ts';
import { dnsRecordDeployer } from './dns-record/deployer.ts';
import { domainDeployer } from './domain/deployer.ts';
import { domainMappingDeployer } from './domain-mapping/deployer.ts';
import { edgeDomainDeployer } from './edge-domain/deployer.ts';
import { edgeMappingDeployer } from './edge-mapping/deployer.ts';
import { functionDeployer } from './function/deployer.ts';
import { functionUrlDeployer } from './function-url/deployer.ts';
import { httpApiDeployer } from './http-api/deployer.ts';
import { httpAuthorizerDeployer } from './http-authorizer/deployer.ts';
import { httpIntegrationDeployer } from './http-integration/deployer.ts';
import { httpRouteDeployer } from './http-route/deployer.ts';
import { layerDeployer } from './layer/deployer.ts';
import { logGroupDeployer } from './log-group/deployer.ts';
import { mappingDeployer } from './mapping/deployer.ts';
import type { Models } from './models.ts';
import { notificationDeployer } from './notification/deployer.ts';
import { permissionDeployer } from './permission/deployer.ts';
import { policyDeployer } from './policy/deployer.ts';
import { queueDeployer } from './queue/deployer.ts';
import { queuePolicyDeployer } from './queue-policy/deployer.ts';
import { restApiDeployer } from './rest-api/deployer.ts';
import { restAuthorizerDeployer } from './rest-authorizer/deployer.ts';
import { restDeploymentDeployer } from './rest-deployment/deployer.ts';
import { roleDeployer } from './role/deployer.ts';
import { ruleDeployer } from './rule/deployer.ts';
import { scheduleDeployer } from './schedule/deployer.ts';
import { scheduleGroupDeployer } from './schedule-group/deployer.ts';
import { secretDeployer } from './secret/deployer.ts';
import { streamDeployer } from './stream/deployer.ts';
import { subscriptionDeployer } from './subscription/deployer.ts';
import { tableDeployer } from './table/deployer.ts';
import { topicDeployer } from './topic/deployer.ts';
import { usagePlanDeployer } from './usage-plan/deployer.ts';
import { websocketApiDeployer } from './websocket-api/deployer.ts';
import { websocketAuthorizerDeployer } from './websocket-authorizer/deployer.ts';
import { websocketIntegrationDeployer } from './websocket-integration/deployer.ts';
import { websocketRouteDeployer } from './websocket-route/deployer.ts';
import { websocketStageDeployer } from './websocket-stage/deployer.ts';

/** What whoever deploys has to be allowed, by kind. */
export const deployers: { readonly [K in keyof Models]: KindDeployer<Models[K]> } = {
  function: functionDeployer,
  role: roleDeployer,
  policy: policyDeployer,
  'log-group': logGroupDeployer,
  permission: permissionDeployer,
  'function-url': functionUrlDeployer,
  'http-api': httpApiDeployer,
  'http-route': httpRouteDeployer,
  'http-integration': httpIntegrationDeployer,
  'rest-api': restApiDeployer,
  'rest-deployment': restDeploymentDeployer,
  domain: domainDeployer,
  'edge-domain': edgeDomainDeployer,
  'domain-mapping': domainMappingDeployer,
  'edge-mapping': edgeMappingDeployer,
  'dns-record': dnsRecordDeployer,
  'schedule-group': scheduleGroupDeployer,
  schedule: scheduleDeployer,
  rule: ruleDeployer,
  mapping: mappingDeployer,
  subscription: subscriptionDeployer,
  table: tableDeployer,
  bucket: bucketDeployer,
  notification: notificationDeployer,
  queue: queueDeployer,
  'queue-policy': queuePolicyDeployer,
  topic: topicDeployer,
  stream: streamDeployer,
  secret: secretDeployer,
  layer: layerDeployer,
  'http-authorizer': httpAuthorizerDeployer,
  'rest-authorizer': restAuthorizerDeployer,
  'api-key': apiKeyDeployer,
  'usage-plan': usagePlanDeployer,
  'websocket-api': websocketApiDeployer,
  'websocket-integration': websocketIntegrationDeployer,
  'websocket-authorizer': websocketAuthorizerDeployer,
  'websocket-route': websocketRouteDeployer,
  'websocket-stage': websocketStageDeployer,
};
