import { needs, type Rules } from '../rule.ts';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html */
export const sqs: Rules = {
  ChangeMessageVisibilityBatch: needs('sqs:ChangeMessageVisibility'),
  DeleteMessageBatch: needs('sqs:DeleteMessage'),
  SendMessageBatch: needs('sqs:SendMessage'),
};

/** https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html */
export const sns: Rules = { PublishBatch: needs('sns:Publish') };

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/security_iam_id-based-policies.html */
export const scheduler: Rules = {
  CreateSchedule: needs('scheduler:CreateSchedule', 'iam:PassRole'),
  UpdateSchedule: needs('scheduler:UpdateSchedule', 'iam:PassRole'),
};
