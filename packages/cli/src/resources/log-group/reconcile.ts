import {
  type CloudWatchLogsClient,
  CreateLogGroupCommand,
  DeleteLogGroupCommand,
  ListTagsForResourceCommand,
  type LogGroup,
  PutRetentionPolicyCommand,
  paginateDescribeLogGroups,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { unless, unlessAbsent } from '../../aws/error-name.ts';
import { isOwned, tagChanges } from '../ownership.ts';
import type { Facts, Made, ReconcileContext, Reconciler, Scope } from '../reconciler.ts';

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html */
export const logGroupReconciler: Reconciler<'log-group'> = {
  replaces: [],
  key: ({ physicalName }) => ({ name: physicalName }),
  wanted: ({ retention }, { tags }) => ({ retention, tags }),

  async observe({ key: { name = '' }, recorded }, context) {
    const group = (await groupsLike(name, context)).find((one) => one.logGroupName === name);
    if (!group) return undefined;
    const tags = recordedTags(recorded) ?? (await tagsOf(await context.clients.logs(), arnOf(group)));
    return {
      attributes: attributesOf(name, context.scope),
      properties: { retention: group.retentionInDays, tags: context.ownTags(tags) },
      tags,
      facts: factsOf(tags),
    };
  },

  async ensure({ physicalName: logGroupName, retention: retentionInDays }, { clients, tags, scope }) {
    const logs = await clients.logs();
    const made = await unless(logs.send(new CreateLogGroupCommand({ logGroupName, tags: { ...tags } })), [
      'ResourceAlreadyExistsException',
    ]);
    if (!made) return undefined;
    await logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays }));
    return { attributes: attributesOf(logGroupName, scope), facts: factsOf(tags) };
  },

  async sync({ model, observed, changed }, { clients, tags, ownTags }) {
    const logs = await clients.logs();
    const { physicalName: logGroupName, retention: retentionInDays } = model;
    if (changed.has('retention')) {
      await logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays }));
    }
    if (changed.has('tags')) {
      const { set, gone } = tagChanges(ownTags(observed.tags ?? {}), tags);
      const resourceArn = observed.attributes.arn;
      if (Object.keys(set).length > 0) await logs.send(new TagResourceCommand({ resourceArn, tags: set }));
      if (gone.length > 0) await logs.send(new UntagResourceCommand({ resourceArn, tagKeys: [...gone] }));
    }
    return { attributes: observed.attributes, facts: factsOf(tags) };
  },

  async remove({ key }, { clients }) {
    const logs = await clients.logs();
    await unlessAbsent(logs.send(new DeleteLogGroupCommand({ logGroupName: key.name })));
  },

  async list(context) {
    const logs = await context.clients.logs();
    const groups = await groupsLike(prefixOf(context.scope), context);
    const tags = await Promise.all(groups.map((group) => tagsOf(logs, arnOf(group))));
    return groups
      .filter((_, index) => isOwned(tags[index] ?? {}, context.scope))
      .map(({ logGroupName: name = '' }) => ({
        kind: 'log-group',
        name,
        key: { name },
        attributes: attributesOf(name, context.scope),
      }));
  },
};

/**
 * The tags that were set last. They come with no list and cost a call a group, of which CloudWatch Logs
 * takes few a second, so they are read only where nobody wrote them down.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
 */
function recordedTags(recorded: Made | undefined): Record<string, string> | undefined {
  const text = recorded?.facts?.tags;
  return text === undefined ? undefined : (JSON.parse(text) as Record<string, string>);
}

const factsOf = (tags: Readonly<Record<string, string>>): Facts => ({ tags: JSON.stringify(tags) });

const prefixOf = ({ app, stage }: Scope): string => `/aws/lambda/${app}-${stage}-`;

/** The groups of the app are read together; only one with a shortened name is asked for by itself. */
function groupsLike(name: string, { clients, once, scope }: ReconcileContext): Promise<readonly LogGroup[]> {
  const logGroupNamePrefix = name.startsWith(prefixOf(scope)) ? prefixOf(scope) : name;
  return once(`log-groups ${logGroupNamePrefix}`, async () => {
    const groups: LogGroup[] = [];
    for await (const page of paginateDescribeLogGroups(
      { client: await clients.logs() },
      { logGroupNamePrefix },
    )) {
      groups.push(...(page.logGroups ?? []));
    }
    return groups;
  });
}

async function tagsOf(logs: CloudWatchLogsClient, resourceArn: string): Promise<Record<string, string>> {
  const answer = await unlessAbsent(logs.send(new ListTagsForResourceCommand({ resourceArn })));
  return answer?.tags ?? {};
}

/** Without the `:*` that DescribeLogGroups ends it with and the tag calls refuse. */
const arnOf = ({ arn = '' }: LogGroup): string => arn.replace(/:\*$/, '');

function attributesOf(name: string, { partition, region, account }: Scope) {
  return { name, arn: `arn:${partition}:logs:${region}:${account}:log-group:${name}` };
}
