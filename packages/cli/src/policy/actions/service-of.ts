/**
 * IAM prefixes of SDK clients whose package is called otherwise. A client that is not listed has its
 * package's name as its prefix: `client-dynamodb` is `dynamodb`.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const prefixes: Readonly<Record<string, string>> = {
  apigatewaymanagementapi: 'execute-api',
  'auto-scaling': 'autoscaling',
  'bedrock-agent': 'bedrock',
  'bedrock-agent-runtime': 'bedrock',
  'bedrock-runtime': 'bedrock',
  'cloudsearch-domain': 'cloudsearch',
  'cloudwatch-events': 'events',
  'cloudwatch-logs': 'logs',
  'cognito-identity-provider': 'cognito-idp',
  'config-service': 'config',
  'cost-explorer': 'ce',
  'database-migration-service': 'dms',
  'dynamodb-streams': 'dynamodb',
  efs: 'elasticfilesystem',
  'elastic-load-balancing': 'elasticloadbalancing',
  'elastic-load-balancing-v2': 'elasticloadbalancing',
  'elasticsearch-service': 'es',
  emr: 'elasticmapreduce',
  eventbridge: 'events',
  'iot-data-plane': 'iot',
  'kinesis-video': 'kinesisvideo',
  'lex-runtime-service': 'lex',
  'lex-runtime-v2': 'lex',
  location: 'geo',
  'marketplace-entitlement-service': 'aws-marketplace',
  'marketplace-metering': 'aws-marketplace',
  opensearch: 'es',
  opensearchserverless: 'aoss',
  'personalize-events': 'personalize',
  'personalize-runtime': 'personalize',
  pinpoint: 'mobiletargeting',
  'pinpoint-sms-voice-v2': 'sms-voice',
  'resource-groups-tagging-api': 'tag',
  'route-53': 'route53',
  'route-53-domains': 'route53domains',
  'sagemaker-runtime': 'sagemaker',
  'secrets-manager': 'secretsmanager',
  'service-catalog': 'servicecatalog',
  sesv2: 'ses',
  sfn: 'states',
  'timestream-query': 'timestream',
  'timestream-write': 'timestream',
  'transcribe-streaming': 'transcribe',
};

/** The IAM prefix of a client package: `@aws-sdk/client-sesv2` → `ses`. */
export function serviceOf(client: string): string {
  const name = client.replace(/^@aws-sdk\/client-/, '');
  return prefixes[name] ?? name;
}
