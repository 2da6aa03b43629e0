import type { BucketModel } from './bucket/model.ts';
import type { DnsRecordModel } from './dns-record/model.ts';
import type { DomainModel } from './domain/model.ts';
import type { DomainMappingModel } from './domain-mapping/model.ts';
import type { EdgeDomainModel } from './edge-domain/model.ts';
import type { EdgeMappingModel } from './edge-mapping/model.ts';
import type { FunctionModel } from './function/model.ts';
import type { FunctionUrlModel } from './function-url/model.ts';
import type { HttpApiModel } from './http-api/model.ts';
import type { HttpIntegrationModel } from './http-integration/model.ts';
import type { HttpRouteModel } from './http-route/model.ts';
import type { LayerModel } from './layer/model.ts';
import type { LogGroupModel } from './log-group/model.ts';
import type { MappingModel } from './mapping/model.ts';
import type { NotificationModel } from './notification/model.ts';
import type { PermissionModel } from './permission/model.ts';
import type { PolicyModel } from './policy/model.ts';
import type { QueueModel } from './queue/model.ts';
import type { QueuePolicyModel } from './queue-policy/model.ts';
import type { RestApiModel } from './rest-api/model.ts';
import type { RestDeploymentModel } from './rest-deployment/model.ts';
import type { RoleModel } from './role/model.ts';
import type { RuleModel } from './rule/model.ts';
import type { ScheduleModel } from './schedule/model.ts';
import type { ScheduleGroupModel } from './schedule-group/model.ts';
import type { SecretModel } from './secret/model.ts';
import type { StreamModel } from './stream/model.ts';
import type { SubscriptionModel } from './subscription/model.ts';
import type { TableModel } from './table/model.ts';
import type { TopicModel } from './topic/model.ts';

/** Every AWS resource kind that the graph can hold, by name, with what describes one. */
export interface Models {
  function: FunctionModel;
  role: RoleModel;
  policy: PolicyModel;
  'log-group': LogGroupModel;
  permission: PermissionModel;
  'function-url': FunctionUrlModel;
  'http-api': HttpApiModel;
  'http-route': HttpRouteModel;
  'http-integration': HttpIntegrationModel;
  'rest-api': RestApiModel;
  'rest-deployment': RestDeploymentModel;
  domain: DomainModel;
  'edge-domain': EdgeDomainModel;
  'domain-mapping': DomainMappingModel;
  'edge-mapping': EdgeMappingModel;
  'dns-record': DnsRecordModel;
  'schedule-group': ScheduleGroupModel;
  schedule: ScheduleModel;
  rule: RuleModel;
  mapping: MappingModel;
  subscription: SubscriptionModel;
  table: TableModel;
  bucket: BucketModel;
  notification: NotificationModel;
  queue: QueueModel;
  'queue-policy': QueuePolicyModel;
  topic: TopicModel;
  stream: StreamModel;
  secret: SecretModel;
  layer: LayerModel;
}

/** The name of a resource kind. */
export type Kind = keyof Models;
