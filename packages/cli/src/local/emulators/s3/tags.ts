import { at, fromXml, listOf, toXml } from '../../endpoint/xml.ts';
import { invalid, malformedXml, S3Error } from './error.ts';

/** An object takes at most ten: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html */
const MOST = 10;
const ALLOWED = /^[\p{L}\p{N}\p{Z}+\-=._:/@]*$/u;

/** Tags as `x-amz-tagging` carries them: `a=1&b=2`, percent-encoded. */
export function tagsOfHeader(header: string | undefined): Record<string, string> {
  if (!header) return {};
  const pairs = [...new URLSearchParams(header)];
  if (new Set(pairs.map(([key]) => key)).size < pairs.length)
    throw invalid(
      "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.",
    );
  return checked(Object.fromEntries(pairs));
}

/** Tags of a PutObjectTagging request. */
export function tagsOfXml(body: Buffer): Record<string, string> {
  let parsed: unknown;
  try {
    parsed = fromXml(body.toString());
  } catch {
    throw malformedXml();
  }
  const tags = listOf(at(parsed, 'Tagging', 'TagSet', 'Tag'));
  return checked(
    Object.fromEntries(tags.map((tag) => [String(at(tag, 'Key') ?? ''), String(at(tag, 'Value') ?? '')])),
  );
}

export function tagsXml(tags: Readonly<Record<string, string>>): string {
  const Tag = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return toXml({ Tagging: { '@xmlns': 'http://s3.amazonaws.com/doc/2006-03-01/', TagSet: { Tag } } });
}

function checked(tags: Record<string, string>): Record<string, string> {
  if (Object.keys(tags).length > MOST)
    throw new S3Error('BadRequest', 400, 'Object tags cannot be greater than 10');
  for (const [key, value] of Object.entries(tags)) {
    if (key === '' || [...key].length > 128 || !ALLOWED.test(key))
      throw new S3Error('InvalidTag', 400, 'The TagKey you have provided is invalid');
    if ([...value].length > 256 || !ALLOWED.test(value))
      throw new S3Error('InvalidTag', 400, 'The TagValue you have provided is invalid');
  }
  return tags;
}
