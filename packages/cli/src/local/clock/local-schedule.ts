/** A schedule of the app as the local clock runs it. */
export interface LocalSchedule {
  /** The handler's name. */
  readonly name: string;
  /** The function that it calls. */
  readonly function: string;
  readonly expression: string;
  readonly timezone?: string | undefined;
  readonly via: 'scheduler' | 'rule';
  /** Of the schedule or the rule. */
  readonly arn: string;
}
