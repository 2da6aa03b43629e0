import type { ZipEntry } from '../bundle/built-function.ts';
import { commentOf } from './comment.ts';

/** The first moment that a zip can hold; the same for every entry, so that equal contents make equal zips. */
const DATE = new Date(Date.UTC(1980, 0, 1));

/** Zips files; the same ones give the same bytes on every machine and in every time zone. */
export async function zipEntries(built: {
  readonly entries: readonly ZipEntry[];
  readonly digest: string;
}): Promise<Buffer> {
  // Loaded only where something has changed: it takes longer than a small zip does.
  const { ZipArchive } = await import('archiver');
  const archive = new ZipArchive({ zlib: { level: 6 }, comment: commentOf(built.digest) });
  const chunks: Buffer[] = [];
  archive.on('data', (chunk) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => {
    archive.on('end', resolve);
    archive.on('error', reject);
  });
  for (const { name, content, mode } of built.entries) {
    archive.append(Buffer.from(content), { name, mode, date: DATE });
  }
  await archive.finalize();
  await done;
  return Buffer.concat(chunks);
}
