import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { S3Body } from './body.ts';
import { S3Error } from './error.ts';

const HEADER = 'x-amz-checksum-';
/** What is verified. CRC64NVME is kept and answered as it came. */
const ALGORITHMS: Readonly<Record<string, (bytes: Buffer) => string>> = {
  crc32: (bytes) => fourBytes(crc32(bytes)),
  crc32c: (bytes) => fourBytes(crc32c(bytes)),
  sha1: (bytes) => createHash('sha1').update(bytes).digest('base64'),
  sha256: (bytes) => createHash('sha256').update(bytes).digest('base64'),
};

/**
 * The checksums that a client sent in headers or trailers, by algorithm, once they have been found right.
 *
 * @throws S3Error BadDigest
 */
export function checksumsOf(
  headers: Readonly<Record<string, string>>,
  { bytes, trailers }: S3Body,
): Record<string, string> {
  const md5 = headers['content-md5'];
  if (md5 && createHash('md5').update(bytes).digest('base64') !== md5) {
    throw new S3Error('BadDigest', 400, 'The Content-MD5 you specified did not match what we received.');
  }
  const found: Record<string, string> = {};
  for (const [name, value] of [...Object.entries(headers), ...Object.entries(trailers)]) {
    const algorithm = name.startsWith(HEADER) ? name.slice(HEADER.length) : '';
    if (algorithm === 'crc64nvme') found[algorithm] = value;
    const compute = ALGORITHMS[algorithm];
    if (!compute) continue;
    if (compute(bytes) !== value) {
      const message = `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`;
      throw new S3Error('BadDigest', 400, message);
    }
    found[algorithm] = value;
  }
  return found;
}

/** As headers of an answer. */
export function checksumHeaders(checksums: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(checksums).map(([algorithm, value]) => [HEADER + algorithm, value]),
  );
}

function fourBytes(value: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes.toString('base64');
}

/** Castagnoli's polynomial, reflected; node:zlib has only the other one. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value;
});

function crc32c(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
  return value ^ 0xffffffff;
}
