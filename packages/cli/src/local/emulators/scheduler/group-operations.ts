import { type RestOperations, restAnswer } from '../../endpoint/rest-operations.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { Schedules } from './schedules.ts';
import { DEFAULT_GROUP, type ScheduleGroup } from './stored-schedule.ts';

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-group.html */
export const groupOperations = (schedules: Schedules, now: () => number): RestOperations => ({
  'POST /schedule-groups/{Name}'({ path: { Name: name = '' } }) {
    if (schedules.allGroups().some((group) => group.name === name))
      throw new ServiceError('ConflictException', `Schedule group ${name} already exists.`, 409);
    schedules.putGroup({ name, created: now() });
    return restAnswer({ ScheduleGroupArn: schedules.groupArn(name) });
  },
  'GET /schedule-groups/{Name}': ({ path: { Name = '' } }) =>
    restAnswer(described(schedules, schedules.group(Name))),
  'DELETE /schedule-groups/{Name}'({ path: { Name = '' } }) {
    if (Name === DEFAULT_GROUP)
      throw new ServiceError('ValidationException', 'The default schedule group cannot be deleted.');
    schedules.deleteGroup(schedules.group(Name).name);
    return restAnswer();
  },
  'GET /schedule-groups'({ query }) {
    const prefix = query.get('NamePrefix') ?? '';
    const found = schedules.allGroups().filter(({ name }) => name.startsWith(prefix));
    return restAnswer({ ScheduleGroups: found.map((group) => described(schedules, group)) });
  },
});

const described = (schedules: Schedules, { name, created }: ScheduleGroup) => ({
  Arn: schedules.groupArn(name),
  Name: name,
  State: 'ACTIVE',
  CreationDate: created / 1000,
  LastModificationDate: created / 1000,
});
