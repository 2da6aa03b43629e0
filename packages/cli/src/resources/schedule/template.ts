import type { KindTemplate } from '../template.ts';
import type { ScheduleModel } from './model.ts';

/** Without an Input the function gets the Scheduler's own event. */
export const scheduleTemplate: KindTemplate<ScheduleModel> = {
  suffix: 'Schedule',
  attributes: {},
  render: (model, { id, value }) => ({
    [id]: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        Name: model.physicalName,
        GroupName: value(model.group),
        ScheduleExpression: model.expression,
        ScheduleExpressionTimezone: model.timezone,
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: { Arn: value(model.function), RoleArn: value(model.role) },
      },
    },
  }),
};
