import type { Rule, Rules } from '../rule.ts';
import { apiGatewayRule } from './api-gateway.ts';
import { bedrockRuntime, connectionsApi, lambda } from './compute.ts';
import { dynamodb } from './dynamodb.ts';
import { kms, secretsManager, ssm } from './keys-and-secrets.ts';
import { sesv2 } from './mail.ts';
import { budgets, cloudfront, cloudsearchDomain } from './management.ts';
import { scheduler, sns, sqs } from './messages.ts';
import { keyspaces, neptune } from './other-databases.ts';
import { s3Buckets } from './s3-buckets.ts';
import { s3Objects } from './s3-objects.ts';
import { oidc, portal, userPools } from './sign-in.ts';

/** The reviewed exceptions, by client package. What is not here needs the action of its own name. */
export const rules: Readonly<Record<string, Rules>> = {
  '@aws-sdk/client-apigatewaymanagementapi': connectionsApi,
  '@aws-sdk/client-bedrock-runtime': bedrockRuntime,
  '@aws-sdk/client-budgets': budgets,
  '@aws-sdk/client-cloudfront': cloudfront,
  '@aws-sdk/client-cloudsearch-domain': cloudsearchDomain,
  '@aws-sdk/client-cognito-identity-provider': userPools,
  '@aws-sdk/client-dynamodb': dynamodb,
  '@aws-sdk/client-keyspaces': keyspaces,
  '@aws-sdk/client-kms': kms,
  '@aws-sdk/client-lambda': lambda,
  '@aws-sdk/client-neptunedata': neptune,
  '@aws-sdk/client-s3': { ...s3Objects, ...s3Buckets },
  '@aws-sdk/client-scheduler': scheduler,
  '@aws-sdk/client-secrets-manager': secretsManager,
  '@aws-sdk/client-sesv2': sesv2,
  '@aws-sdk/client-sns': sns,
  '@aws-sdk/client-sqs': sqs,
  '@aws-sdk/client-ssm': ssm,
  '@aws-sdk/client-sso': portal,
  '@aws-sdk/client-sso-oidc': oidc,
};

/** The rule of one operation; undefined where it needs the action of its own name. */
export function ruleOf(client: string, operation: string): Rule | undefined {
  if (/^@aws-sdk\/client-(api-gateway|apigatewayv2)$/.test(client)) return apiGatewayRule(operation);
  return rules[client]?.[operation];
}
