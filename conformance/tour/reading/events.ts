import {
  EventBridgeClient,
  ListRulesCommand,
  ListTagsForResourceCommand as ListRuleTagsCommand,
  ListTargetsByRuleCommand,
} from '@aws-sdk/client-eventbridge';
import {
  GetScheduleCommand,
  ListScheduleGroupsCommand,
  ListSchedulesCommand,
  ListTagsForResourceCommand,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import {
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsCommand,
  ListTopicsCommand,
  ListTagsForResourceCommand as ListTopicTagsCommand,
  SNSClient,
} from '@aws-sdk/client-sns';
import {
  GetQueueAttributesCommand,
  ListQueuesCommand,
  ListQueueTagsCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { Engine } from '../../engines/engine.ts';
import { type Reading, readEach } from './reading.ts';

/** Schedules and rules with what they call, topics with who hears of them, queues. */
export async function readEvents({ client }: Engine): Promise<Reading> {
  return {
    ...(await readSchedules(new SchedulerClient(client))),
    ...(await readRules(new EventBridgeClient(client))),
    ...(await readTopics(new SNSClient(client))),
    ...(await readQueues(new SQSClient(client))),
  };
}

async function readSchedules(scheduler: SchedulerClient): Promise<Reading> {
  const { Schedules = [] } = await scheduler.send(new ListSchedulesCommand({}));
  const { ScheduleGroups = [] } = await scheduler.send(new ListScheduleGroupsCommand({}));
  return {
    ...(await readEach(ScheduleGroups, async ({ Name, Arn: ResourceArn }) => [
      `schedule group ${Name}`,
      (await scheduler.send(new ListTagsForResourceCommand({ ResourceArn }))).Tags,
    ])),
    ...(await readEach(Schedules, async ({ Name, GroupName }) => [
      `schedule ${GroupName}/${Name}`,
      await scheduler.send(new GetScheduleCommand({ Name, GroupName })),
    ])),
  };
}

async function readRules(events: EventBridgeClient): Promise<Reading> {
  const { Rules = [] } = await events.send(new ListRulesCommand({}));
  return readEach(Rules, async (rule) => {
    const { Targets } = await events.send(new ListTargetsByRuleCommand({ Rule: rule.Name }));
    const { Tags } = await events.send(new ListRuleTagsCommand({ ResourceARN: rule.Arn }));
    return [`rule ${rule.Name}`, { ...rule, Targets, Tags }];
  });
}

async function readTopics(sns: SNSClient): Promise<Reading> {
  const { Topics = [] } = await sns.send(new ListTopicsCommand({}));
  const { Subscriptions = [] } = await sns.send(new ListSubscriptionsCommand({}));
  return {
    ...(await readEach(Topics, async ({ TopicArn }) => {
      // How many there are is told by the subscriptions themselves.
      const { Attributes: { SubscriptionsConfirmed: _, SubscriptionsDeleted: __, ...rest } = {} } =
        await sns.send(new GetTopicAttributesCommand({ TopicArn }));
      const { Tags } = await sns.send(new ListTopicTagsCommand({ ResourceArn: TopicArn }));
      return [`topic ${TopicArn}`, { ...rest, Tags }];
    })),
    ...(await readEach(Subscriptions, async ({ SubscriptionArn, TopicArn, Endpoint }) => [
      `subscription ${TopicArn} → ${Endpoint}`,
      filtered((await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }))).Attributes),
    ])),
  };
}

/** An empty filter is how SNS is told of none, and without one its scope means nothing. */
function filtered(attributes: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const { FilterPolicy = '{}', FilterPolicyScope = '', ...rest } = attributes;
  return FilterPolicy === '{}' ? rest : { ...rest, FilterPolicy, FilterPolicyScope };
}

async function readQueues(sqs: SQSClient): Promise<Reading> {
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
  return readEach(QueueUrls, async (QueueUrl) => {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    const { Tags } = await sqs.send(new ListQueueTagsCommand({ QueueUrl }));
    return [`queue ${QueueUrl.split('/').at(-1)}`, { ...Attributes, Tags }];
  });
}
