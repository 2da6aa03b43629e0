import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { AssignmentChange } from './assignment-change.ts';
import { assignmentChanges } from './service.ts';

/** Tells the subscribers of the topic AssignmentChanges. */
export class Announcer {
  constructor(private readonly client = new SNSClient({})) {}

  async announce(change: AssignmentChange): Promise<void> {
    await this.client.send(
      new PublishCommand({
        TopicArn: assignmentChanges.arn,
        Subject: 'Assignment changed',
        Message: JSON.stringify(change),
      }),
    );
  }
}
