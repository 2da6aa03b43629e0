/** An SNS topic. */
export interface TopicModel {
  readonly physicalName: string;
  readonly fifo: boolean;
}
