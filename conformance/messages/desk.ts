import {
  CreateTopicCommand,
  PublishCommand,
  type PublishCommandInput,
  SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SendMessageCommand,
  type SendMessageCommandInput,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { Engine } from '../engines/engine.ts';

/** Queues and topics of one engine, with names of their own. */
export interface Desk {
  readonly sqs: SQSClient;
  readonly sns: SNSClient;
  /** Gives the queue's URL. A name that ends in `.fifo` is of a FIFO queue. */
  queue(name: string, attributes?: Record<string, string>): Promise<string>;
  arn(queueUrl: string): Promise<string>;
  topic(name: string, attributes?: Record<string, string>): Promise<string>;
  subscribe(topicArn: string, queueUrl: string, attributes?: Record<string, string>): Promise<string>;
  send(queueUrl: string, body: string, more?: Partial<SendMessageCommandInput>): Promise<string>;
  /** Waits at most a second for messages. */
  receive(queueUrl: string, more?: Partial<ReceiveMessageCommandInput>): Promise<readonly ReceivedMessage[]>;
  publish(topicArn: string, message: string, more?: Partial<PublishCommandInput>): Promise<string>;
}

export interface ReceivedMessage {
  readonly id: string;
  readonly body: string;
  readonly handle: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Names of the message attributes. */
  readonly named: readonly string[];
}

/** @param stem what every name begins with. */
export function openDesk({ client }: Engine, stem: string): Desk {
  const sqs = new SQSClient(client);
  const sns = new SNSClient(client);
  const fifo = (name: string, key: string) => (name.endsWith('.fifo') ? { [key]: 'true' } : {});
  const arn = async (QueueUrl: string) => {
    const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] });
    return (await sqs.send(command)).Attributes?.QueueArn ?? '';
  };
  return {
    sqs,
    sns,
    arn,
    async queue(name, attributes) {
      const Attributes = { ...fifo(name, 'FifoQueue'), ...attributes };
      return (
        (await sqs.send(new CreateQueueCommand({ QueueName: `${stem}-${name}`, Attributes }))).QueueUrl ?? ''
      );
    },
    async topic(name, attributes) {
      const Attributes = { ...fifo(name, 'FifoTopic'), ...attributes };
      return (await sns.send(new CreateTopicCommand({ Name: `${stem}-${name}`, Attributes }))).TopicArn ?? '';
    },
    async subscribe(TopicArn, queueUrl, Attributes) {
      const Endpoint = await arn(queueUrl);
      const input = { TopicArn, Protocol: 'sqs', Endpoint, Attributes, ReturnSubscriptionArn: true };
      return (await sns.send(new SubscribeCommand(input))).SubscriptionArn ?? '';
    },
    async send(QueueUrl, MessageBody, more) {
      return (await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, ...more }))).MessageId ?? '';
    },
    async receive(QueueUrl, more) {
      const asked = {
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ['All'],
      } as const;
      const input = {
        QueueUrl,
        ...asked,
        MessageSystemAttributeNames: ['All'],
        ...more,
      } as ReceiveMessageCommandInput;
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(input));
      return Messages.map((message) => ({
        id: message.MessageId ?? '',
        body: message.Body ?? '',
        handle: message.ReceiptHandle ?? '',
        attributes: { ...message.Attributes },
        named: Object.keys(message.MessageAttributes ?? {}).sort(),
      }));
    },
    async publish(TopicArn, Message, more) {
      return (await sns.send(new PublishCommand({ TopicArn, Message, ...more }))).MessageId ?? '';
    },
  };
}

/** The name of the error that a call ends with. */
export const refusal = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'none',
    (error: Error) => error.name,
  );
