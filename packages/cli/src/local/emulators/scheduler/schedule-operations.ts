import { type RestCall, type RestOperations, restAnswer } from '../../endpoint/rest-operations.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { makeSchedule } from './make-schedule.ts';
import type { Schedules } from './schedules.ts';
import { DEFAULT_GROUP, type ScheduleInput, type StoredSchedule } from './stored-schedule.ts';

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_Operations.html */
export function scheduleOperations(schedules: Schedules, now: () => number): RestOperations {
  const named = ({ path, query }: RestCall) =>
    schedules.get(query.get('groupName') ?? DEFAULT_GROUP, path.Name ?? '');

  return {
    'POST /schedules/{Name}'({ path: { Name = '' }, input, request }: RestCall<ScheduleInput>) {
      const settings = input();
      const { name: group } = schedules.group(settings.GroupName ?? DEFAULT_GROUP);
      if (schedules.find(group, Name))
        throw new ServiceError('ConflictException', `Schedule ${Name} already exists.`, 409);
      const after = request.caller?.invocation ? [request.caller.invocation] : [];
      const schedule = makeSchedule(Name, settings, { now: now(), created: now(), after });
      schedules.put(schedule);
      return restAnswer({ ScheduleArn: schedules.arn(schedule) });
    },
    'PUT /schedules/{Name}'({ path: { Name = '' }, input }: RestCall<ScheduleInput>) {
      const settings = input();
      const before = schedules.get(settings.GroupName ?? DEFAULT_GROUP, Name);
      const schedule = makeSchedule(Name, settings, { ...before, now: now() });
      schedules.put(schedule);
      return restAnswer({ ScheduleArn: schedules.arn(schedule) });
    },
    'GET /schedules/{Name}': (call) => restAnswer(described(schedules, named(call))),
    'DELETE /schedules/{Name}'(call) {
      schedules.delete(named(call));
      return restAnswer();
    },
    'GET /schedules'({ query }) {
      const group = query.get('ScheduleGroup');
      const prefix = query.get('NamePrefix') ?? '';
      const state = query.get('State');
      if (group !== null) schedules.group(group);
      const found = schedules
        .all()
        .filter((one) => group === null || one.group === group)
        .filter(({ name }) => name.startsWith(prefix))
        .filter(({ settings }) => state === null || (settings.State ?? 'ENABLED') === state);
      return restAnswer({ Schedules: found.map((one) => summary(schedules, one)) });
    },
  };
}

function described(schedules: Schedules, schedule: StoredSchedule): object {
  const { name, group, settings, created, modified } = schedule;
  const byDefault = { State: 'ENABLED', ScheduleExpressionTimezone: 'UTC', ActionAfterCompletion: 'NONE' };
  return {
    ...byDefault,
    ...settings,
    Arn: schedules.arn(schedule),
    Name: name,
    GroupName: group,
    CreationDate: created / 1000,
    LastModificationDate: modified / 1000,
  };
}

function summary(schedules: Schedules, schedule: StoredSchedule): object {
  const { name, group, settings, created, modified } = schedule;
  return {
    Arn: schedules.arn(schedule),
    Name: name,
    GroupName: group,
    State: settings.State ?? 'ENABLED',
    Target: { Arn: settings.Target.Arn },
    CreationDate: created / 1000,
    LastModificationDate: modified / 1000,
  };
}
