import { ANY, type KindDeployer } from '../deployer.ts';
import type { OwnArns } from '../own-arns.ts';
import type { ScheduleGroupModel } from './model.ts';

const groups = (own: OwnArns) => [own.single('scheduler', 'schedule-group/', 64)];

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridgescheduler.html */
export const scheduleGroupDeployer: KindDeployer<ScheduleGroupModel> = {
  find: (own) => [
    { actions: ['scheduler:ListScheduleGroups'], resources: ANY },
    // Groups of other stages may begin with the same name, and are asked whose they are.
    {
      actions: ['scheduler:ListTagsForResource'],
      resources: [own.single('scheduler', 'schedule-group/', 50, '*')],
    },
  ],
  bring: (own) => [
    {
      actions: [
        'scheduler:CreateScheduleGroup',
        'scheduler:DeleteScheduleGroup',
        'scheduler:GetScheduleGroup',
        'scheduler:ListTagsForResource',
        'scheduler:TagResource',
        'scheduler:UntagResource',
      ],
      resources: groups(own),
    },
  ],
};
