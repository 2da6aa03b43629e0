import { promisify } from 'node:util';
import { deflate, gunzip, gzip, inflate } from 'node:zlib';
import type { ProxyAnswer } from './proxy-answer.ts';

type Pairs = readonly (readonly [name: string, value: string])[];

/** The codings that a REST API knows. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-enable-compression.html */
const CODINGS = {
  gzip: { compress: promisify(gzip), expand: promisify(gunzip) },
  deflate: { compress: promisify(deflate), expand: promisify(inflate) },
} as const;
const isCoding = (name: string): name is keyof typeof CODINGS => name in CODINGS;

/**
 * Compresses an answer for a client that names a coding, as a REST API does from a size on: not one that is compressed already or
 * streams, and not for a client that names none.
 */
export async function compressed(
  answer: ProxyAnswer,
  request: Pairs,
  from: number | undefined,
): Promise<ProxyAnswer> {
  if (
    from === undefined ||
    answer.flow ||
    Buffer.byteLength(answer.body) < from ||
    headerOf(answer.headers, 'content-encoding')
  )
    return answer;
  const accepted = (headerOf(request, 'accept-encoding') ?? '').split(',').map(nameOf);
  const coding = accepted.find(isCoding);
  if (!coding) return answer;
  const body = await CODINGS[coding].compress(answer.body);
  return { ...answer, headers: [...answer.headers, ['content-encoding', coding]], body };
}

/**
 * A body as a REST API hands it on: expanded, whether it compresses answers or not.
 *
 * @returns nothing for a coding that it does not know, and for what is not compressed so: that is answered with 415.
 */
export async function expanded(body: Buffer, request: Pairs, largest: number): Promise<Buffer | undefined> {
  const coding = nameOf(headerOf(request, 'content-encoding') ?? 'identity');
  if (coding === 'identity' || body.length === 0) return body;
  if (!isCoding(coding)) return undefined;
  return CODINGS[coding].expand(body, { maxOutputLength: largest }).catch(() => undefined);
}

function headerOf(headers: Pairs, name: string): string | undefined {
  return headers.find(([one]) => one.toLowerCase() === name)?.[1];
}

function nameOf(coding: string): string {
  return (coding.split(';', 1)[0] ?? '').trim().toLowerCase();
}
