import { buffer } from 'node:stream/consumers';
import { at, fromXml, listOf, toXml } from '../../endpoint/xml.ts';
import { bodyOf } from './body.ts';
import { checksumHeaders, checksumsOf } from './checksum.ts';
import { checkWrite } from './conditions.ts';
import { type S3Handler, xmlAnswer } from './context.ts';
import { sourceOf } from './copy.ts';
import { invalid, malformedXml, S3Error } from './error.ts';
import { describedBy } from './object-headers.ts';
import { rangeOf } from './range.ts';
import { tagsOfHeader } from './tags.ts';
import { etagOfParts, partOf, type UploadedPart } from './uploads.ts';

/** Bytes of every part but the last: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const SMALLEST_PART = 5 * 1024 * 1024;

export const createMultipartUpload: S3Handler = async ({ store, uploads }, { request, bucket, key }) => {
  store.bucket(bucket);
  const tags = tagsOfHeader(request.headers['x-amz-tagging']);
  const upload = uploads.start(bucket, { key, ...describedBy(request.headers), tags, checksums: {} });
  return xmlAnswer(
    toXml({ InitiateMultipartUploadResult: { Bucket: bucket, Key: key, UploadId: upload.id } }),
  );
};

export const uploadPart: S3Handler = async ({ uploads }, { request, bucket, key }) => {
  const upload = uploads.find(request.query.get('uploadId'), bucket, key);
  const body = bodyOf(request);
  const checksums = checksumsOf(request.headers, body);
  const part = partOf(body.bytes);
  upload.parts.set(partNumber(request.query), part);
  return { status: 200, headers: { etag: part.etag, ...checksumHeaders(checksums) } };
};

export const uploadPartCopy: S3Handler = async (context, { request, bucket, key }) => {
  const upload = context.uploads.find(request.query.get('uploadId'), bucket, key);
  const source = sourceOf(context, request.headers);
  const bytes = await buffer(source.bucket.read(source.object));
  const range = rangeOf(request.headers['x-amz-copy-source-range'], bytes.length);
  const part = partOf(range ? bytes.subarray(range.start, range.end + 1) : bytes);
  upload.parts.set(partNumber(request.query), part);
  return xmlAnswer(toXml({ CopyPartResult: { LastModified: part.modified.toISOString(), ETag: part.etag } }));
};

export const listParts: S3Handler = async ({ uploads }, { request, bucket, key }) => {
  const upload = uploads.find(request.query.get('uploadId'), bucket, key);
  const Part = [...upload.parts]
    .sort(([a], [b]) => a - b)
    .map(([PartNumber, part]) => ({
      PartNumber,
      LastModified: part.modified.toISOString(),
      ETag: part.etag,
      Size: part.bytes.length,
    }));
  return xmlAnswer(
    toXml({ ListPartsResult: { Bucket: bucket, Key: key, UploadId: upload.id, IsTruncated: false, Part } }),
  );
};

export const completeMultipartUpload: S3Handler = async (
  { store, uploads, changed },
  { request, bucket, key },
) => {
  const objects = store.bucket(bucket);
  const upload = uploads.find(request.query.get('uploadId'), bucket, key);
  const parts = chosenParts(bodyOf(request).bytes, upload.parts);
  const whole = { ...upload.object, etag: etagOfParts(parts), parts: parts.length };
  const object = await objects.put(whole, Buffer.concat(parts.map((part) => part.bytes)), (existing) =>
    checkWrite(request.headers, existing),
  );
  uploads.end(upload);
  const etag = object.etag.replaceAll('"', '');
  changed({ event: 'ObjectCreated:CompleteMultipartUpload', bucket, key, size: object.size, etag });
  return xmlAnswer(toXml({ CompleteMultipartUploadResult: { Bucket: bucket, Key: key, ETag: object.etag } }));
};

export const abortMultipartUpload: S3Handler = async ({ uploads }, { request, bucket, key }) => {
  uploads.end(uploads.find(request.query.get('uploadId'), bucket, key));
  return { status: 204, headers: {} };
};

function partNumber(query: URLSearchParams): number {
  const number = Number(query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > 10_000) {
    throw invalid('Part number must be an integer between 1 and 10000, inclusive');
  }
  return number;
}

function chosenParts(body: Buffer, uploaded: ReadonlyMap<number, UploadedPart>): readonly UploadedPart[] {
  let parsed: unknown;
  try {
    parsed = fromXml(body.toString());
  } catch {
    throw malformedXml();
  }
  const wanted = listOf(at(parsed, 'CompleteMultipartUpload', 'Part')).map((part) => ({
    number: Number(at(part, 'PartNumber')),
    etag: String(at(part, 'ETag') ?? '').replaceAll('"', ''),
  }));
  if (wanted.length === 0) throw malformedXml();
  return wanted.map(({ number, etag }, index) => {
    const part = uploaded.get(number);
    if (!part || part.etag.replaceAll('"', '') !== etag) {
      throw new S3Error(
        'InvalidPart',
        400,
        "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
      );
    }
    if (number <= (wanted[index - 1]?.number ?? 0)) {
      throw new S3Error(
        'InvalidPartOrder',
        400,
        'The list of parts was not in ascending order. Parts must be ordered by part number.',
      );
    }
    if (index < wanted.length - 1 && part.bytes.length < SMALLEST_PART) {
      throw new S3Error(
        'EntityTooSmall',
        400,
        'Your proposed upload is smaller than the minimum allowed size',
      );
    }
    return part;
  });
}
