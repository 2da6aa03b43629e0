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
import { BucketAlreadyOwnedByYou, CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { parse } from 'yaml';
import { outputFolder, type PackagedApp, templateFile } from '../apps.ts';
import type { Engine } from './engine.ts';

/** A stack that came up: what its template's logical ids became. */
export interface Stack {
  physicalId(logicalId: string): string;
  /** Logical ids of one type of resource. */
  ofType(type: string): readonly string[];
}

const WAIT = { maxWaitTime: 90, minDelay: 1, maxDelay: 1 };
/** What names a zip, by type. */
const CODE_OF: ReadonlyMap<string, string> = new Map([
  ['AWS::Serverless::Function', 'CodeUri'],
  ['AWS::Serverless::LayerVersion', 'ContentUri'],
]);
/** MiniStack's CloudFormation has no such type: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-routeresponse.html */
const UNKNOWN_TYPE = 'AWS::ApiGatewayV2::RouteResponse';
const CODE_BUCKET = 'tankard-code';

/**
 * Does what `aws cloudformation package` and `deploy` do: zips to S3, a change set, and waits until the stack is up.
 *
 * @param only - logical ids of what is made of the template; everything else, and its outputs, is left out
 */
export async function createStack(
  app: PackagedApp,
  engine: Engine,
  parameters: Record<string, string>,
  only?: readonly string[],
): Promise<Stack> {
  const cloudFormation = new CloudFormationClient(engine.client);
  const names = { StackName: app.name, ChangeSetName: 'create' };
  await cloudFormation.send(
    new CreateChangeSetCommand({
      ...names,
      ChangeSetType: 'CREATE',
      TemplateURL: await uploadedTemplate(app, templateOf(app, only), engine),
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
  readonly Outputs?: unknown;
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties: Record<string, unknown> }>
  >;
}

function templateOf(app: PackagedApp, only?: readonly string[]): Template {
  const template = parse(readFileSync(templateFile(app), 'utf8')) as Template;
  const known = Object.entries(template.Resources).filter(([, { Type }]) => Type !== UNKNOWN_TYPE);
  if (!only) return { ...template, Resources: Object.fromEntries(known) };
  const { Outputs: _, ...rest } = template;
  const kept = known.filter(([id]) => only.includes(id));
  return { ...rest, Resources: Object.fromEntries(kept) };
}

/** A template of more than 51,200 bytes is taken only from S3, and so is a function's code. */
async function uploadedTemplate(app: PackagedApp, template: Template, engine: Engine): Promise<string> {
  const s3 = new S3Client({ ...engine.client, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: CODE_BUCKET })).catch((error: unknown) => {
    if (!(error instanceof BucketAlreadyOwnedByYou)) throw error;
  });
  const upload = async (name: string, Body: Uint8Array | string): Promise<string> => {
    const Key = `${app.name}/${name}`;
    await s3.send(new PutObjectCommand({ Bucket: CODE_BUCKET, Key, Body }));
    return `${CODE_BUCKET}/${Key}`;
  };
  for (const { Type, Properties } of Object.values(template.Resources)) {
    const property = CODE_OF.get(Type);
    if (!property) continue;
    const zip = String(Properties[property]);
    Properties[property] = `s3://${await upload(zip, readFileSync(join(outputFolder(app), zip)))}`;
  }
  return `${engine.endpoint}/${await upload('template.json', JSON.stringify(template))}`;
}
