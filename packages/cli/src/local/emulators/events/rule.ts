/** A rule of an event bus. */
export interface Rule {
  readonly name: string;
  readonly bus: string;
  readonly state: 'ENABLED' | 'DISABLED';
  /** JSON text. */
  readonly pattern?: string | undefined;
  /** `rate(…)` or `cron(…)`. */
  readonly expression?: string | undefined;
  readonly description?: string | undefined;
  readonly role?: string | undefined;
  readonly targets: readonly RuleTarget[];
  readonly tags: Readonly<Record<string, string>>;
  /** Epoch milliseconds; what the times of a rate are counted from. */
  readonly since: number;
}

/** Where a rule's events go, as PutTargets takes it: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html */
export interface RuleTarget {
  readonly Id: string;
  readonly Arn: string;
  readonly Input?: string;
  readonly InputPath?: string;
  readonly InputTransformer?: {
    readonly InputPathsMap?: Readonly<Record<string, string>>;
    readonly InputTemplate: string;
  };
  readonly SqsParameters?: { readonly MessageGroupId?: string };
  readonly DeadLetterConfig?: { readonly Arn?: string };
}

/** The account's own bus, which is always there. */
export const DEFAULT_BUS = 'default';

/** The name of a bus that is given by name or by ARN. */
export const busName = (nameOrArn: string | undefined): string =>
  nameOrArn?.replace(/^.*event-bus\//, '') || DEFAULT_BUS;
