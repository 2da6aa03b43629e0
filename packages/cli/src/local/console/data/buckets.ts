import { textOf } from '../actions/text-of.ts';
import type { ShownObject, ShownObjects, ShownResource } from '../shown.ts';
import type { ConsoleSources } from '../sources.ts';
import { askBucket } from './ask-service.ts';
import { entriesIn, textIn } from './xml.ts';

const PAGE = 200;
/** Bytes of an object that are shown. */
const SHOWN = 64 * 1024;

/** @param after where the last page ended. */
export async function readObjects(
  sources: ConsoleSources,
  { address }: ShownResource,
  after: string | null,
  most = PAGE,
): Promise<ShownObjects> {
  const query = new URLSearchParams({ 'list-type': '2', 'max-keys': String(most) });
  if (after !== null) query.set('continuation-token', after);
  const xml = await (await askBucket(sources, `${address}?${query}`)).text();
  return {
    objects: entriesIn(xml, 'Contents').map(({ Key = '', Size, LastModified = '' }) => ({
      key: Key,
      size: Number(Size),
      modified: LastModified,
    })),
    next: textIn(xml, 'NextContinuationToken'),
  };
}

export async function readObject(
  sources: ConsoleSources,
  { address }: ShownResource,
  key: string,
): Promise<ShownObject> {
  const path = `${address}/${key.split('/').map(encodeURIComponent).join('/')}`;
  const response = await askBucket(sources, path, { range: `bytes=0-${SHOWN - 1}` });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { text: textOf(bytes), type: response.headers.get('content-type') ?? '' };
}

export async function countObjects(sources: ConsoleSources, bucket: ShownResource): Promise<string> {
  const { objects, next } = await readObjects(sources, bucket, null, 1000);
  return next === undefined ? String(objects.length) : `over ${objects.length}`;
}
