import type { KindTemplate } from '../template.ts';
import type { NotificationModel } from './model.ts';

/**
 * Nothing of its own: CloudFormation has notifications only within their bucket, and what listens to an
 * existing one is refused before.
 */
export const notificationTemplate: KindTemplate<NotificationModel> = {
  suffix: 'Notification',
  attributes: {},
  render: () => ({}),
};
