/** A file as it stands in a zip. */
export interface PackedFile {
  /** Path below the zip's root, with `/`. */
  readonly name: Buffer;
  /** Permissions. */
  readonly mode: number;
  /** CRC-32 of its contents. */
  readonly checksum: number;
  /** Bytes of its contents. */
  readonly size: number;
  readonly isDeflated: boolean;
  /** Its contents, deflated or not. */
  readonly data: Uint8Array;
}

/** The list of files at the end of a zip. */
export interface FileList {
  readonly count: number;
  readonly bytes: number;
  /** Where it begins. */
  readonly offset: number;
}

/** What an unzipper has to know of the format: 4.5 for more files than 16 bits can count. */
const NEEDS = { usual: 20, many: 45 };
const UNIX = 3 << 8;
const UTF8_NAMES = 1 << 11;
const DEFLATED = 8;
const REGULAR_FILE = 0o100000;
/** The first day that a zip can hold; the same for every file, so that equal contents make equal zips. */
const FIRST_OF_1980 = (1 << 5) | 1;
/** Says that 16 bits are too few, and where 64 stand. */
const ELSEWHERE = 0xffff;

/**
 * What stands before the data of a file.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function fileRecord(file: PackedFile): Buffer {
  return Buffer.concat([fields([4, 0x04034b50], ...common(file)), file.name]);
}

/** What the list says of a file of which the record stands at an offset. */
export function listedRecord(file: PackedFile, offset: number): Buffer {
  const attributes = (REGULAR_FILE | file.mode) * 0x10000;
  return Buffer.concat([
    fields(
      [4, 0x02014b50],
      [2, UNIX | NEEDS.usual],
      ...common(file),
      [2, 0],
      [2, 0],
      [2, 0],
      [4, attributes],
      [4, offset],
    ),
    file.name,
  ]);
}

function common({ name, checksum, size, isDeflated, data }: PackedFile): readonly Field[] {
  return [
    [2, NEEDS.usual],
    [2, UTF8_NAMES],
    [2, isDeflated ? DEFLATED : 0],
    [2, 0],
    [2, FIRST_OF_1980],
    [4, checksum],
    [4, data.byteLength],
    [4, size],
    [2, name.byteLength],
    [2, 0],
  ];
}

/** The end of a zip, which is looked for first. */
export function endRecord({ count, bytes, offset }: FileList, comment: Buffer): Buffer {
  const shown = Math.min(count, ELSEWHERE);
  return Buffer.concat([
    ...(shown === ELSEWHERE ? [manyRecord({ count, bytes, offset })] : []),
    fields(
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, shown],
      [2, shown],
      [4, bytes],
      [4, offset],
      [2, comment.byteLength],
    ),
    comment,
  ]);
}

/** The end of the list of a zip with more files than its usual end can count, and where this stands. */
function manyRecord({ count, bytes, offset }: FileList): Buffer {
  return Buffer.concat([
    fields(
      [4, 0x06064b50],
      [8, 44],
      [2, UNIX | NEEDS.many],
      [2, NEEDS.many],
      [4, 0],
      [4, 0],
      [8, count],
      [8, count],
      [8, bytes],
      [8, offset],
    ),
    fields([4, 0x07064b50], [4, 0], [8, offset + bytes], [4, 1]),
  ]);
}

type Field = readonly [bytes: 2 | 4 | 8, value: number];

function fields(...all: readonly Field[]): Buffer {
  const record = Buffer.alloc(all.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of all) {
    if (bytes === 8) record.writeBigUInt64LE(BigInt(value), at);
    else record.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return record;
}
