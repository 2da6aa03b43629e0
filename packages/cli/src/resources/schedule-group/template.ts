import { type KindTemplate, refText } from '../template.ts';
import type { ScheduleGroupModel } from './model.ts';

export const scheduleGroupTemplate: KindTemplate<ScheduleGroupModel> = {
  suffix: 'ScheduleGroup',
  attributes: { name: refText },
  render: ({ physicalName }, { id }) => ({
    [id]: { Type: 'AWS::Scheduler::ScheduleGroup', Properties: { Name: physicalName } },
  }),
};
