import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { jobs, news } from './service.ts';

export class EventLog {
  readonly topics = new SNSClient();
  readonly queues = new SQSClient();

  saved(id: string) {
    return this.topics.send(new PublishCommand({ TopicArn: news.arn, Message: id }));
  }

  removed(id: string) {
    return this.queues.send(new SendMessageCommand({ QueueUrl: jobs.url, MessageBody: id }));
  }
}
