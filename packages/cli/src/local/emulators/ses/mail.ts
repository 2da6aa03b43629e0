/** One mail as the inbox keeps it. */
export interface Mail {
  /** What SES answered as MessageId. */
  readonly id: string;
  /** ISO 8601. */
  readonly sentAt: string;
  /** As the sender wrote it: `Group mailer <news@example.com>`. */
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly text?: string | undefined;
  readonly html?: string | undefined;
  readonly attachments: readonly MailAttachment[];
  /** `SendEmail`, `SendRawEmail` of version 1, `v2 SendEmail`. */
  readonly operation: string;
  /** The run that sent it; nothing where it came from outside of the app. */
  readonly invocation?: string | undefined;
}

export interface MailAttachment {
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}
