import { ANY, type KindDeployer } from '../deployer.ts';
import type { ScheduleModel } from './model.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridgescheduler.html */
export const scheduleDeployer: KindDeployer<ScheduleModel> = {
  find: () => [{ actions: ['scheduler:ListSchedules'], resources: ANY }],
  bring: (own) => [
    {
      actions: [
        'scheduler:CreateSchedule',
        'scheduler:DeleteSchedule',
        'scheduler:GetSchedule',
        'scheduler:UpdateSchedule',
      ],
      resources: [own.single('scheduler', 'schedule/', 64, '/*')],
    },
    {
      actions: ['iam:PassRole'],
      resources: [own.role],
      conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
    },
  ],
};
