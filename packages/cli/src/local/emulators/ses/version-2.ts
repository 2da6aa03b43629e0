import { randomUUID } from 'node:crypto';
import type { AwsRequest, AwsResponse } from '../../endpoint/message.ts';
import { jsonRefusal } from '../../endpoint/refusal.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { Mail } from './mail.ts';
import { parseRawMail } from './raw-mail.ts';

type Send = (mail: Omit<Mail, 'id' | 'sentAt'>) => Promise<Mail>;

/** The part of SendEmail's input that is read; a template is refused by name. */
interface SendEmailInput {
  readonly FromEmailAddress?: string;
  readonly Destination?: {
    readonly ToAddresses?: readonly string[];
    readonly CcAddresses?: readonly string[];
    readonly BccAddresses?: readonly string[];
  };
  readonly ReplyToAddresses?: readonly string[];
  readonly Content?: {
    readonly Simple?: {
      readonly Subject?: { readonly Data?: string };
      readonly Body?: {
        readonly Text?: { readonly Data?: string };
        readonly Html?: { readonly Data?: string };
      };
      readonly Attachments?: readonly {
        readonly FileName?: string;
        readonly ContentType?: string;
        readonly RawContent?: string;
      }[];
    };
    readonly Raw?: { readonly Data?: string };
    readonly Template?: object;
  };
}

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/Welcome.html: JSON in, JSON out. */
export async function answerVersion2(
  request: AwsRequest,
  send: Send,
  identities: Set<string>,
): Promise<AwsResponse> {
  const operation = `${request.method} ${request.path}`;
  try {
    if (operation === 'POST /v2/email/outbound-emails') return ok(await sendEmail(inputOf(request), send));
    if (operation === 'GET /v2/email/account') return ok(ACCOUNT);
    if (operation === 'POST /v2/email/identities') {
      identities.add(String(inputOf<{ EmailIdentity?: string }>(request).EmailIdentity));
      return ok({ IdentityType: 'EMAIL_ADDRESS', VerifiedForSendingStatus: true });
    }
    if (operation === 'GET /v2/email/identities') {
      const list = [...identities].map((name) => ({
        IdentityName: name,
        IdentityType: 'EMAIL_ADDRESS',
        SendingEnabled: true,
      }));
      return ok({ EmailIdentities: list });
    }
    if (request.path.startsWith('/v2/email/identities/') && request.method === 'GET') {
      return ok({ IdentityType: 'EMAIL_ADDRESS', VerifiedForSendingStatus: true });
    }
    const message = `tankard local's SES v2 has no operation for ${operation}.`;
    return jsonRefusal({ code: 'NotImplemented', message, status: 501 });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const code = error.code === 'InvalidParameterValue' ? 'BadRequestException' : error.code;
    return jsonRefusal({ code, message: error.message, status: error.status });
  }
}

const ACCOUNT = {
  ProductionAccessEnabled: true,
  SendingEnabled: true,
  EnforcementStatus: 'HEALTHY',
  SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 0 },
};

async function sendEmail(input: SendEmailInput, send: Send): Promise<object> {
  const { Destination = {}, Content = {} } = input;
  if (Content.Raw) {
    const destinations = [
      ...(Destination.ToAddresses ?? []),
      ...(Destination.CcAddresses ?? []),
      ...(Destination.BccAddresses ?? []),
    ];
    const mail = await parseRawMail(Buffer.from(Content.Raw.Data ?? '', 'base64'), {
      from: input.FromEmailAddress,
      destinations: destinations.length > 0 ? destinations : undefined,
    });
    return { MessageId: (await send({ ...mail, operation: 'v2 SendEmail' })).id };
  }
  if (Content.Template)
    throw new ServiceError('NotImplemented', "tankard local's SES v2 has no templates.", 501);
  if (!Content.Simple)
    throw new ServiceError('InvalidParameterValue', 'Content must hold Simple, Raw or Template.');
  const { Subject, Body, Attachments = [] } = Content.Simple;
  const mail = await send({
    from: input.FromEmailAddress ?? '',
    to: Destination.ToAddresses ?? [],
    cc: Destination.CcAddresses ?? [],
    bcc: Destination.BccAddresses ?? [],
    replyTo: input.ReplyToAddresses ?? [],
    subject: Subject?.Data ?? '',
    text: Body?.Text?.Data,
    html: Body?.Html?.Data,
    attachments: Attachments.map(
      ({ FileName = 'attachment', ContentType = 'application/octet-stream', RawContent = '' }) => ({
        name: FileName,
        type: ContentType,
        size: Buffer.from(RawContent, 'base64').length,
      }),
    ),
    operation: 'v2 SendEmail',
  });
  return { MessageId: mail.id };
}

function inputOf<Input = SendEmailInput>(request: AwsRequest): Input {
  try {
    return JSON.parse(request.body.toString() || '{}');
  } catch {
    throw new ServiceError('InvalidParameterValue', 'The body is not JSON.');
  }
}

function ok(output: object): AwsResponse {
  return {
    status: 200,
    headers: { 'content-type': 'application/json', 'x-amzn-requestid': randomUUID() },
    body: JSON.stringify(output),
  };
}
