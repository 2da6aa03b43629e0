import {
  CreateScheduleGroupCommand,
  DeleteScheduleGroupCommand,
  GetScheduleGroupCommand,
  type GetScheduleGroupOutput,
  ListTagsForResourceCommand,
  paginateListScheduleGroups,
  type SchedulerClient,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-scheduler';
import { allItems } from '../../aws/all-pages.ts';
import { errorName, unless, unlessAbsent } from '../../aws/error-name.ts';
import { eventually, until } from '../../aws/eventually.ts';
import { fromTagPairs, isOwned, tagChanges, tagPairs } from '../ownership.ts';
import type { ReconcileContext, Reconciler } from '../reconciler.ts';

/** Milliseconds: a group goes after all of its schedules, which AWS deletes one after another. */
const DELETED_WITHIN = 300_000;
/** Characters that the name of every group of an app begins with, even of one that was cut to AWS's 64. */
const PREFIX = 50;

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateScheduleGroup.html */
export const scheduleGroupReconciler: Reconciler<'schedule-group'> = {
  replaces: [],
  key: ({ physicalName }) => ({ name: physicalName }),
  wanted: (_, { tags }) => ({ tags }),

  async observe({ key: { name = '' } }, context) {
    const group = await activeGroup(name, context);
    if (!group) return undefined;
    const tags = await tagsOf(await context.clients.scheduler(), group.Arn);
    return { attributes: { name, arn: group.Arn }, properties: { tags: context.ownTags(tags) }, tags };
  },

  async ensure({ physicalName: Name }, { clients, tags, signal }) {
    const scheduler = await clients.scheduler();
    await until(
      `The deletion of the schedule group '${Name}'`,
      () => readGroup(scheduler, Name),
      (group) => group?.State !== 'DELETING',
      { within: DELETED_WITHIN, signal },
    );
    const made = await unless(
      scheduler.send(new CreateScheduleGroupCommand({ Name, Tags: tagPairs(tags) })),
      ['ConflictException'],
    );
    return made && { attributes: { name: Name, arn: made.ScheduleGroupArn } };
  },

  async sync({ observed }, { clients, tags, ownTags }) {
    const scheduler = await clients.scheduler();
    const ResourceArn = observed.attributes.arn;
    const { set, gone } = tagChanges(ownTags(observed.tags ?? {}), tags);
    if (Object.keys(set).length > 0) {
      await scheduler.send(new TagResourceCommand({ ResourceArn, Tags: tagPairs(set) }));
    }
    if (gone.length > 0) {
      await scheduler.send(new UntagResourceCommand({ ResourceArn, TagKeys: [...gone] }));
    }
    return { attributes: observed.attributes };
  },

  async remove({ key: { name: Name } }, { clients, signal }) {
    const scheduler = await clients.scheduler();
    await eventually(
      () => unlessAbsent(scheduler.send(new DeleteScheduleGroupCommand({ Name }))),
      (error) => errorName(error) === 'ConflictException',
      { within: DELETED_WITHIN, signal },
    );
  },

  async list({ clients, scope }) {
    const scheduler = await clients.scheduler();
    const NamePrefix = `${scope.app}-${scope.stage}`.slice(0, PREFIX);
    const pages = paginateListScheduleGroups({ client: scheduler }, { NamePrefix });
    const groups = await allItems(pages, ({ ScheduleGroups }) => ScheduleGroups);
    const tags = await Promise.all(groups.map(({ Arn }) => tagsOf(scheduler, Arn)));
    return groups
      .filter((_, index) => isOwned(tags[index] ?? {}, scope))
      .map(({ Name: name = '', Arn: arn }) => ({
        kind: 'schedule-group',
        name,
        key: { name },
        attributes: { name, arn },
      }));
  },
};

/** A group in which schedules run; not one that AWS is deleting, with everything in it. */
export async function activeGroup(
  name: string,
  { clients, once }: ReconcileContext,
): Promise<GetScheduleGroupOutput | undefined> {
  const group = await once(`schedule-group ${name}`, async () => readGroup(await clients.scheduler(), name));
  return group?.State === 'DELETING' ? undefined : group;
}

function readGroup(scheduler: SchedulerClient, Name: string): Promise<GetScheduleGroupOutput | undefined> {
  return unlessAbsent(scheduler.send(new GetScheduleGroupCommand({ Name })));
}

async function tagsOf(
  scheduler: SchedulerClient,
  ResourceArn: string | undefined,
): Promise<Record<string, string>> {
  const answer = await unlessAbsent(scheduler.send(new ListTagsForResourceCommand({ ResourceArn })));
  return fromTagPairs(answer?.Tags);
}
