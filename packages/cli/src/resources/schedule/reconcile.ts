import {
  CreateScheduleCommand,
  type CreateScheduleInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  paginateListSchedules,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { allItems } from '../../aws/all-pages.ts';
import { errorName, unless, unlessAbsent } from '../../aws/error-name.ts';
import { eventually } from '../../aws/eventually.ts';
import type { Known } from '../known.ts';
import type { ReconcileContext, Reconciler } from '../reconciler.ts';
import { activeGroup } from '../schedule-group/reconcile.ts';
import type { ScheduleModel } from './model.ts';

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html */
export const scheduleReconciler: Reconciler<'schedule'> = {
  partOf: 'schedule-group',
  replaces: [],
  key: ({ group, physicalName }) => ({ group, name: physicalName }),
  wanted: (model) => ({
    expression: model.expression,
    timezone: timezoneOf(model),
    state: 'ENABLED',
    window: 'OFF',
    target: { function: model.function, role: model.role },
  }),

  async observe({ key: { group = '', name: Name } }, context) {
    const scheduler = await context.clients.scheduler();
    if (!(await activeGroup(group, context))) return undefined;
    const found = await unlessAbsent(scheduler.send(new GetScheduleCommand({ GroupName: group, Name })));
    if (!found) return undefined;
    return {
      attributes: { name: Name, arn: found.Arn },
      properties: {
        expression: found.ScheduleExpression,
        timezone: found.ScheduleExpressionTimezone,
        state: found.State,
        window: found.FlexibleTimeWindow?.Mode,
        target: { function: found.Target?.Arn, role: found.Target?.RoleArn, input: found.Target?.Input },
      },
    };
  },

  async ensure(model, context) {
    const scheduler = await context.clients.scheduler();
    const request = requestOf(model);
    const made = await unless(
      whenAssumable(() => scheduler.send(new CreateScheduleCommand(request)), context),
      ['ConflictException'],
    );
    return made && { attributes: { name: model.physicalName, arn: made.ScheduleArn } };
  },

  async sync({ model, observed }, context) {
    const scheduler = await context.clients.scheduler();
    const request = requestOf(model);
    await whenAssumable(() => scheduler.send(new UpdateScheduleCommand(request)), context);
    return { attributes: observed.attributes };
  },

  async remove({ key: { group: GroupName, name: Name } }, { clients }) {
    const scheduler = await clients.scheduler();
    await unlessAbsent(scheduler.send(new DeleteScheduleCommand({ GroupName, Name })));
  },

  async list({ clients }, parents) {
    const client = await clients.scheduler();
    const groups = parents.flatMap(({ kind, key }) => (kind === 'schedule-group' ? [key.name ?? ''] : []));
    const schedules = groups.map((GroupName) =>
      allItems(paginateListSchedules({ client }, { GroupName }), ({ Schedules }) => Schedules),
    );
    return (await Promise.all(schedules)).flat().map(({ GroupName: group = '', Name: name = '' }) => ({
      kind: 'schedule',
      name,
      key: { group, name },
      attributes: { name },
    }));
  },
};

/** What AWS takes where none is given. */
const timezoneOf = ({ timezone = 'UTC' }: Known<ScheduleModel>): string => timezone;

/** Whole, because an update sets everything that it does not name to AWS's default. */
function requestOf(model: Known<ScheduleModel>): CreateScheduleInput {
  return {
    GroupName: model.group,
    Name: model.physicalName,
    ScheduleExpression: model.expression,
    ScheduleExpressionTimezone: timezoneOf(model),
    State: 'ENABLED',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: model.function, RoleArn: model.role },
  };
}

/** The Scheduler tries to assume the role when it is told of it; a role just made takes some seconds to get there. */
function whenAssumable<T>(call: () => Promise<T>, { signal }: ReconcileContext): Promise<T> {
  const notYet = (error: unknown) =>
    errorName(error) === 'ValidationException' && error instanceof Error && /assume/i.test(error.message);
  return eventually(call, notYet, { signal });
}
