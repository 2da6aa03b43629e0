import type { ProxyResult } from '../result.ts';
import { type Chunk, chunkOf } from './chunk.ts';
import { isStreamed, STREAM } from './streamed-result.ts';

/** A result as a whole, for what takes no stream. An error on the way is one before the first byte. */
export async function collected(given: ProxyResult): Promise<ProxyResult> {
  if (!isStreamed(given)) return given;
  const { [STREAM]: stream, ...result } = given;
  const chunks: Chunk[] = [];
  for await (const chunk of stream) chunks.push(chunkOf(chunk));
  if (chunks.every((chunk) => typeof chunk === 'string')) return { ...result, body: chunks.join('') };
  const bytes = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk as Uint8Array)));
  return { ...result, body: bytes.toString('base64'), isBase64Encoded: true };
}
