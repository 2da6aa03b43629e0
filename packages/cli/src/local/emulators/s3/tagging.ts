import { bodyOf } from './body.ts';
import { type S3Call, type S3Context, type S3Handler, xmlAnswer } from './context.ts';
import { noSuchKey } from './error.ts';
import type { StoredObject } from './stored-object.ts';
import { tagsOfXml, tagsXml } from './tags.ts';

export const getObjectTagging: S3Handler = async (context, call) =>
  xmlAnswer(tagsXml(tagged(context, call).tags));

export const putObjectTagging: S3Handler = async (context, call) => {
  const object = tagged(context, call);
  await context.store.bucket(call.bucket).tag(object, tagsOfXml(bodyOf(call.request).bytes));
  context.changed({ event: 'ObjectTagging:Put', bucket: call.bucket, key: call.key });
  return { status: 200, headers: {} };
};

export const deleteObjectTagging: S3Handler = async (context, call) => {
  await context.store.bucket(call.bucket).tag(tagged(context, call), {});
  context.changed({ event: 'ObjectTagging:Delete', bucket: call.bucket, key: call.key });
  return { status: 204, headers: {} };
};

function tagged({ store }: S3Context, { bucket, key }: S3Call): StoredObject {
  const object = store.bucket(bucket).get(key);
  if (!object) throw noSuchKey();
  return object;
}
