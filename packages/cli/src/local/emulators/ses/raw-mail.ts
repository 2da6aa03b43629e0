import type { Address } from 'postal-mime';
import type { Mail } from './mail.ts';

/** Whom the call itself names; what it leaves out stands in the message's own headers. */
export interface Envelope {
  readonly from?: string | undefined;
  readonly destinations?: readonly string[] | undefined;
}

/** Reads a MIME message. Destinations that no header names are blind copies. */
export async function parseRawMail(
  raw: Buffer,
  envelope: Envelope,
): Promise<Omit<Mail, 'id' | 'sentAt' | 'operation'>> {
  // Only few apps send raw mail, and none of them before it is ready.
  const { default: PostalMime } = await import('postal-mime');
  const parsed = await PostalMime.parse(raw);
  const to = (parsed.to ?? []).flatMap(written);
  const cc = (parsed.cc ?? []).flatMap(written);
  const named = [...to, ...cc].map(bare);
  const bcc =
    envelope.destinations?.filter((one) => !named.includes(bare(one))) ?? (parsed.bcc ?? []).flatMap(written);
  return {
    from: (parsed.from ? written(parsed.from)[0] : undefined) ?? envelope.from ?? '',
    to,
    cc,
    bcc,
    replyTo: (parsed.replyTo ?? []).flatMap(written),
    subject: parsed.subject ?? '',
    text: parsed.text,
    html: parsed.html,
    attachments: parsed.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? 'attachment',
      type: mimeType,
      size: typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength,
    })),
  };
}

function written(address: Address): readonly string[] {
  if (address.group) return address.group.flatMap(written);
  return [address.name ? `${address.name} <${address.address}>` : (address.address ?? '')];
}

function bare(address: string): string {
  return (/<([^<>]*)>\s*$/.exec(address)?.[1] ?? address).trim().toLowerCase();
}
