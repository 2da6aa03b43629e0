/**
 * Tags as the header of an upload carries them, each value reduced to what a tag may hold.
 * S3 counts a value's 256 characters in UTF-16, so the cut may leave half a character: that goes too.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html
 */
export function taggingHeader(tags: Readonly<Record<string, string>>): string {
  return Object.entries(tags)
    .map(([name, value]) => `${name}=${encodeURIComponent(tagValue(value))}`)
    .join('&');
}

function tagValue(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}_\s+\-=:/@.]/gu, '')
    .slice(0, 256)
    .replace(/\p{Surrogate}$/u, '');
}
