import { randomUUID } from 'node:crypto';
import type { AwsRequest, AwsResponse } from '../../endpoint/message.ts';
import { queryRefusal } from '../../endpoint/refusal.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { toXml } from '../../endpoint/xml.ts';
import type { Mail } from './mail.ts';
import { parseRawMail } from './raw-mail.ts';

type Send = (mail: Omit<Mail, 'id' | 'sentAt'>) => Promise<Mail>;
type Operation = (input: URLSearchParams, send: Send, identities: Set<string>) => Promise<object>;

/** Each operation of version 1 that is here, with what goes into its result. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  async SendEmail(input, send) {
    const { id } = await send({
      from: input.get('Source') ?? '',
      to: members(input, 'Destination.ToAddresses'),
      cc: members(input, 'Destination.CcAddresses'),
      bcc: members(input, 'Destination.BccAddresses'),
      replyTo: members(input, 'ReplyToAddresses'),
      subject: input.get('Message.Subject.Data') ?? '',
      text: input.get('Message.Body.Text.Data') ?? undefined,
      html: input.get('Message.Body.Html.Data') ?? undefined,
      attachments: [],
      operation: 'SendEmail',
    });
    return { MessageId: id };
  },
  async SendRawEmail(input, send) {
    const destinations = members(input, 'Destinations');
    const raw = Buffer.from(input.get('RawMessage.Data') ?? '', 'base64');
    const mail = await parseRawMail(raw, {
      from: input.get('Source') ?? undefined,
      destinations: destinations.length > 0 ? destinations : undefined,
    });
    const { id } = await send({ ...mail, operation: 'SendRawEmail' });
    return { MessageId: id };
  },
  async VerifyEmailIdentity(input, _, identities) {
    identities.add(input.get('EmailAddress') ?? '');
    return {};
  },
  async VerifyDomainIdentity(input, _, identities) {
    identities.add(input.get('Domain') ?? '');
    return { VerificationToken: randomUUID() };
  },
  async DeleteIdentity(input, _, identities) {
    identities.delete(input.get('Identity') ?? '');
    return {};
  },
  async ListIdentities(_, __, identities) {
    return { Identities: { member: [...identities] } };
  },
  async GetIdentityVerificationAttributes(input) {
    const entry = members(input, 'Identities').map((key) => ({
      key,
      value: { VerificationStatus: 'Success' },
    }));
    return { VerificationAttributes: { entry } };
  },
  async GetSendQuota() {
    return { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 0 };
  },
};

/** https://docs.aws.amazon.com/ses/latest/APIReference/Welcome.html: forms in, XML out. */
export async function answerVersion1(
  request: AwsRequest,
  send: Send,
  identities: Set<string>,
): Promise<AwsResponse> {
  const input = new URLSearchParams(request.body.toString());
  const action = input.get('Action') ?? '';
  const operation = OPERATIONS[action];
  if (!operation) {
    const message = `tankard local's SES has no operation ${action}.`;
    return queryRefusal({ code: 'NotImplemented', message, status: 501 });
  }
  try {
    const result = await operation(input, send, identities);
    const body = toXml({
      [`${action}Response`]: {
        '@xmlns': 'http://ses.amazonaws.com/doc/2010-12-01/',
        [`${action}Result`]: result,
        ResponseMetadata: { RequestId: randomUUID() },
      },
    });
    return { status: 200, headers: { 'content-type': 'text/xml' }, body };
  } catch (error) {
    if (error instanceof ServiceError) return queryRefusal(error);
    throw error;
  }
}

/** A list of the query protocol: `Name.member.1`, `Name.member.2`, … */
function members(input: URLSearchParams, name: string): readonly string[] {
  const list: string[] = [];
  for (let index = 1; ; index++) {
    const value = input.get(`${name}.member.${index}`);
    if (value === null) return list;
    list.push(value);
  }
}
