import { type KindTemplate, refText, tagList } from '../template.ts';
import type { ScheduleGroupModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-scheduler-schedulegroup.html */
export const scheduleGroupTemplate: KindTemplate<ScheduleGroupModel> = {
  suffix: 'ScheduleGroup',
  attributes: { name: refText },
  render: ({ physicalName }, context) => ({
    [context.id]: {
      Type: 'AWS::Scheduler::ScheduleGroup',
      Properties: { Name: physicalName, Tags: tagList(context) },
    },
  }),
};
