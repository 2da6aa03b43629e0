import type { Rules } from '../rule.ts';
import { bedrockRuntime, connectionsApi, lambda } from './compute.ts';
import { dynamodb } from './dynamodb.ts';
import { kms, secretsManager } from './keys-and-secrets.ts';
import { sesv2 } from './mail.ts';
import { scheduler, sns, sqs } from './messages.ts';
import { s3Buckets } from './s3-buckets.ts';
import { s3Objects } from './s3-objects.ts';

/** The reviewed exceptions, by client package. What is not here needs the action of its own name. */
export const rules: Readonly<Record<string, Rules>> = {
  '@aws-sdk/client-apigatewaymanagementapi': connectionsApi,
  '@aws-sdk/client-bedrock-runtime': bedrockRuntime,
  '@aws-sdk/client-dynamodb': dynamodb,
  '@aws-sdk/client-kms': kms,
  '@aws-sdk/client-lambda': lambda,
  '@aws-sdk/client-s3': { ...s3Objects, ...s3Buckets },
  '@aws-sdk/client-scheduler': scheduler,
  '@aws-sdk/client-secrets-manager': secretsManager,
  '@aws-sdk/client-sesv2': sesv2,
  '@aws-sdk/client-sns': sns,
  '@aws-sdk/client-sqs': sqs,
};
