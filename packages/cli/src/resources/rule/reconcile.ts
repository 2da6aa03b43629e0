import {
  DeleteRuleCommand,
  DescribeRuleCommand,
  type EventBridgeClient,
  ListEventBusesCommand,
  ListRulesCommand,
  ListTagsForResourceCommand,
  ListTargetsByRuleCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
  TagResourceCommand,
  type Target,
  UntagResourceCommand,
} from '@aws-sdk/client-eventbridge';
import { afterOthers } from '../../aws/after-others.ts';
import { allPages } from '../../aws/all-pages.ts';
import { unlessAbsent } from '../../aws/error-name.ts';
import type { Known } from '../known.ts';
import { ownPrefix } from '../own-prefix.ts';
import { fromTagPairs, isOwned, tagChanges, tagPairs } from '../ownership.ts';
import type { Key, Property, ReconcileContext, Reconciler } from '../reconciler.ts';
import type { RuleModel } from './model.ts';

/** The id of our target among those of a rule, as in the template. */
const TARGET = 'function';
/** Characters of a rule's name. */
const LONGEST = 64;

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html */
export const ruleReconciler: Reconciler<'rule'> = {
  replaces: [],
  key: ({ physicalName, bus = 'default' }) => ({
    bus: bus.replace(/^.*event-bus\//, ''),
    name: physicalName,
  }),
  wanted: ({ pattern, schedule, function: called }, { tags }) => ({
    pattern,
    schedule,
    state: 'ENABLED',
    target: { function: called },
    tags,
  }),

  async observe({ key }, { clients, ownTags }) {
    const events = await clients.eventBridge();
    const rule = await unlessAbsent(
      events.send(new DescribeRuleCommand({ EventBusName: key.bus, Name: key.name })),
    );
    if (!rule) return undefined;
    const [targets, tags] = await Promise.all([targetsOf(events, key), tagsOf(events, rule.Arn)]);
    return {
      attributes: { name: key.name, arn: rule.Arn },
      properties: {
        pattern: rule.EventPattern ? (JSON.parse(rule.EventPattern) as Property) : undefined,
        schedule: rule.ScheduleExpression,
        state: rule.State,
        target: targetProperty(targets.find(({ Id }) => Id === TARGET)),
        tags: ownTags(tags),
      },
      tags,
    };
  },

  async ensure(model, context) {
    const arn = await putRule(model, context, tagPairs(context.tags));
    await putTarget(model, context);
    return { attributes: { name: model.physicalName, arn } };
  },

  async sync({ model, observed, changed }, context) {
    const { clients, tags, ownTags } = context;
    const events = await clients.eventBridge();
    if (['pattern', 'schedule', 'state'].some((name) => changed.has(name))) await putRule(model, context);
    if (changed.has('target')) await putTarget(model, context);
    if (changed.has('tags')) {
      const ResourceARN = observed.attributes.arn;
      const { set, gone } = tagChanges(ownTags(observed.tags ?? {}), tags);
      if (Object.keys(set).length > 0) {
        await events.send(new TagResourceCommand({ ResourceARN, Tags: tagPairs(set) }));
      }
      if (gone.length > 0) {
        await events.send(new UntagResourceCommand({ ResourceARN, TagKeys: [...gone] }));
      }
    }
    return { attributes: observed.attributes };
  },

  /** AWS refuses to delete a rule that has targets, so all of them go first. */
  async remove({ key }, { clients, signal }) {
    const events = await clients.eventBridge();
    const ids = (await targetsOf(events, key)).map(({ Id = '' }) => Id);
    const names = { EventBusName: key.bus };
    if (ids.length > 0) {
      const targets = { ...names, Rule: key.name, Ids: ids };
      const removed = await unlessAbsent(
        afterOthers(() => events.send(new RemoveTargetsCommand(targets)), { signal }),
      );
      refuseFailures(removed?.FailedEntries);
    }
    const rule = { ...names, Name: key.name };
    await unlessAbsent(afterOthers(() => events.send(new DeleteRuleCommand(rule)), { signal }));
  },

  async list({ clients, scope }) {
    const events = await clients.eventBridge();
    const rules = await rulesLike(events, ownPrefix(scope, LONGEST));
    const tags = await Promise.all(rules.map(({ arn }) => tagsOf(events, arn)));
    return rules
      .filter((_, index) => isOwned(tags[index] ?? {}, scope))
      .map(({ bus, name, arn }) => ({
        kind: 'rule',
        name,
        key: { bus, name },
        attributes: { name, arn },
      }));
  },
};

/** Whole, because what a call does not name is taken away. Tags count only for a rule that is made. */
async function putRule(
  { physicalName, bus, pattern, schedule }: Known<RuleModel>,
  { clients, signal }: ReconcileContext,
  Tags?: { Key: string; Value: string }[],
): Promise<string | undefined> {
  const events = await clients.eventBridge();
  const request = {
    Name: physicalName,
    EventBusName: bus,
    EventPattern: pattern === undefined ? undefined : JSON.stringify(pattern),
    ScheduleExpression: schedule,
    State: 'ENABLED',
    Tags,
  } as const;
  return (await afterOthers(() => events.send(new PutRuleCommand(request)), { signal })).RuleArn;
}

async function putTarget(
  { physicalName, bus, function: called }: Known<RuleModel>,
  { clients, signal }: ReconcileContext,
): Promise<void> {
  const events = await clients.eventBridge();
  const request = { Rule: physicalName, EventBusName: bus, Targets: [{ Id: TARGET, Arn: called }] };
  const put = await afterOthers(() => events.send(new PutTargetsCommand(request)), { signal });
  refuseFailures(put.FailedEntries);
}

/** EventBridge answers 200 although it refused some targets. */
function refuseFailures(
  entries: readonly { ErrorCode?: string | undefined; ErrorMessage?: string | undefined }[] = [],
): void {
  const [first] = entries;
  if (first) throw Object.assign(new Error(first.ErrorMessage), { name: first.ErrorCode });
}

/** What the function is given, and how. */
function targetProperty(target: Target | undefined): Property | undefined {
  if (!target) return undefined;
  const { Arn, Input, InputPath, InputTransformer } = target;
  return { function: Arn, input: Input ?? InputTransformer?.InputTemplate, inputPath: InputPath };
}

function targetsOf(events: EventBridgeClient, { bus, name }: Key): Promise<readonly Target[]> {
  const of = { EventBusName: bus, Rule: name };
  return allPages(
    (NextToken) => unlessAbsent(events.send(new ListTargetsByRuleCommand({ ...of, NextToken }))),
    ({ Targets }) => Targets,
  );
}

async function tagsOf(events: EventBridgeClient, ResourceARN?: string): Promise<Record<string, string>> {
  const answer = await unlessAbsent(events.send(new ListTagsForResourceCommand({ ResourceARN })));
  return fromTagPairs(answer?.Tags);
}

/** Rules by the beginning of their names, on every bus. */
async function rulesLike(events: EventBridgeClient, NamePrefix: string) {
  const buses = await allPages(
    (NextToken) => events.send(new ListEventBusesCommand({ NextToken })),
    ({ EventBuses }) => EventBuses,
  );
  const rules = buses.map(({ Name: bus = '' }) =>
    allPages(
      (NextToken) => events.send(new ListRulesCommand({ EventBusName: bus, NamePrefix, NextToken })),
      ({ Rules }) => Rules?.map(({ Name: name = '', Arn: arn }) => ({ bus, name, arn })),
    ),
  );
  return (await Promise.all(rules)).flat();
}
