import { promisify } from 'node:util';
import { crc32, deflateRaw, deflateRawSync } from 'node:zlib';
import type { ZipEntry } from '../bundle/built-function.ts';
import { commentOf } from './comment.ts';
import { endRecord, fileRecord, listedRecord, type PackedFile } from './zip-records.ts';

type Contents = Pick<PackedFile, 'checksum' | 'size' | 'isDeflated' | 'data'>;

/** The framework and the AWS SDK stand in the zips of many functions. */
const known = new WeakMap<Uint8Array, Promise<Contents>>();

/** Up to so many bytes a thread of zlib's own would take longer to be asked than to compress them. */
const SMALL = 32 * 1024;

/** Zips files; the same ones give the same bytes on every machine and in every time zone. */
export async function zipEntries(built: {
  readonly entries: readonly ZipEntry[];
  readonly digest: string;
}): Promise<Buffer> {
  const files: Uint8Array[] = [];
  const list: Uint8Array[] = [];
  let offset = 0;
  for (const { name, mode, content } of built.entries) {
    const file = { name: Buffer.from(name), mode, ...(await packed(content)) };
    const record = fileRecord(file);
    files.push(record, file.data);
    list.push(listedRecord(file, offset));
    offset += record.byteLength + file.data.byteLength;
  }
  const bytes = list.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const end = endRecord({ count: list.length, bytes, offset }, Buffer.from(commentOf(built.digest)));
  return Buffer.concat([...files, ...list, end]);
}

function packed(content: Uint8Array): Promise<Contents> {
  const contents = known.get(content) ?? pack(content);
  known.set(content, contents);
  return contents;
}

async function pack(content: Uint8Array): Promise<Contents> {
  const size = content.byteLength;
  const deflated = size > SMALL ? await promisify(deflateRaw)(content) : deflateRawSync(content);
  const isDeflated = deflated.byteLength < size;
  return { checksum: crc32(content), size, isDeflated, data: isDeflated ? deflated : content };
}
