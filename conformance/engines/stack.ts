import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CloudFormationClient,
  CreateChangeSetCommand,
  DescribeStackEventsCommand,
  DescribeStackResourcesCommand,
  ExecuteChangeSetCommand,
  waitUntilChangeSetCreateComplete,
  waitUntilStackCreateComplete,
} from '@aws-sdk/client-cloudformation';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { parse } from 'yaml';
import { outputFolder, type PackagedApp, templateFile } from '../apps.ts';
import type { MiniStack } from './ministack.ts';

/** A stack that came up: what its template's logical ids became. */
export interface Stack {
  physicalId(logicalId: string): string;
  /** Logical ids of one type of resource. */
  ofType(type: string): readonly string[];
}

const WAIT = { maxWaitTime: 90, minDelay: 1, maxDelay: 1 };
const CODE_BUCKET = 'tankard-code';

/** Does what `aws cloudformation package` and `deploy` do: zips to S3, a change set, and waits until the stack is up. */
export async function createStack(
  app: PackagedApp,
  engine: MiniStack,
  parameters: Record<string, string>,
): Promise<Stack> {
  const cloudFormation = new CloudFormationClient(engine.client);
  const names = { StackName: app.name, ChangeSetName: 'create' };
  await cloudFormation.send(
    new CreateChangeSetCommand({
      ...names,
      ChangeSetType: 'CREATE',
      TemplateBody: JSON.stringify(await withUploadedCode(app, engine)),
      Capabilities: ['CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'],
      Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
        ParameterKey,
        ParameterValue,
      })),
    }),
  );
  await waitUntilChangeSetCreateComplete({ client: cloudFormation, ...WAIT }, names);
  await cloudFormation.send(new ExecuteChangeSetCommand(names));
  try {
    await waitUntilStackCreateComplete({ client: cloudFormation, ...WAIT }, { StackName: app.name });
  } catch (cause) {
    const { StackEvents = [] } = await cloudFormation.send(
      new DescribeStackEventsCommand({ StackName: app.name }),
    );
    const failed = StackEvents.filter((event) => event.ResourceStatus?.includes('FAILED'));
    throw new Error(failed.map((e) => `${e.LogicalResourceId}: ${e.ResourceStatusReason}`).join('\n'), {
      cause,
    });
  }
  const { StackResources = [] } = await cloudFormation.send(
    new DescribeStackResourcesCommand({ StackName: app.name }),
  );
  return {
    physicalId: (logicalId) => {
      const found = StackResources.find(
        (resource) => resource.LogicalResourceId === logicalId,
      )?.PhysicalResourceId;
      if (!found) throw new Error(`The stack has no '${logicalId}'.`);
      return found;
    },
    ofType: (type) =>
      StackResources.filter((resource) => resource.ResourceType === type).map(
        (resource) => resource.LogicalResourceId ?? '',
      ),
  };
}

interface Template {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties: Record<string, unknown> }>
  >;
}

async function withUploadedCode(app: PackagedApp, engine: MiniStack): Promise<Template> {
  const s3 = new S3Client({ ...engine.client, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: CODE_BUCKET }));
  const template = parse(readFileSync(templateFile(app), 'utf8')) as Template;
  for (const { Type, Properties } of Object.values(template.Resources)) {
    if (Type !== 'AWS::Serverless::Function') continue;
    const zip = String(Properties.CodeUri);
    const Key = `${app.name}/${zip}`;
    await s3.send(
      new PutObjectCommand({ Bucket: CODE_BUCKET, Key, Body: readFileSync(join(outputFolder(app), zip)) }),
    );
    Properties.CodeUri = `s3://${CODE_BUCKET}/${Key}`;
  }
  return template;
}
