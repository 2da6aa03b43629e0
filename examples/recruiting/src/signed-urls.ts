import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import * as z from 'zod';
import { assignments } from './service.ts';

/** Seconds for which a URL that is given out holds. */
export const URL_LIFETIME = 300;

/** What a file may be called. */
export const UploadName = z.object({
  name: z.string().regex(/^[\w-]+\.zip$/, 'is not a name such as assignment1.zip'),
});
export type UploadName = z.infer<typeof UploadName>;

/** Where a file is to be sent. */
export const Upload = z.object({
  url: z.url(),
  method: z.literal('PUT'),
  expiresIn: z.int().describe('Seconds.'),
});

/** By default the SDK signs the checksum of an empty body into the URL, and S3 would refuse every upload. */
const storage = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });

/** A URL that anybody may download the assignment from, for five minutes. */
export function downloadUrl(name: string): Promise<string> {
  const command = new GetObjectCommand({ Bucket: assignments.name, Key: name });
  return getSignedUrl(storage, command, { expiresIn: URL_LIFETIME });
}

/** A URL that anybody may PUT the assignment to, for five minutes. */
export function uploadUrl(name: string): Promise<string> {
  const command = new PutObjectCommand({ Bucket: assignments.name, Key: name });
  return getSignedUrl(storage, command, { expiresIn: URL_LIFETIME });
}
