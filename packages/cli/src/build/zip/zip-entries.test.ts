import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { zipEntries } from './zip-entries.ts';

/** What an unzipper of others finds; it checks the sizes and checksums. */
async function unzipped(zip: Buffer) {
  const file = await fromBufferPromise(zip);
  const entries: { name: string; mode: number; content: Buffer }[] = [];
  for await (const entry of file.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await file.openReadStreamPromise(entry)) chunks.push(chunk);
    const content = Buffer.concat(chunks);
    entries.push({ name: entry.fileName, mode: entry.externalFileAttributes >>> 16, content });
  }
  return { entries, comment: file.comment };
}

test('an unzipper finds every file as it was, and the comment', async () => {
  const text = Buffer.from('the same words again\n'.repeat(50));
  const entries = [
    { name: 'bin/tool', mode: 0o755, content: text },
    { name: 'empty.txt', mode: 0o644, content: Buffer.alloc(0) },
    { name: 'index.js', mode: 0o644, content: text },
    { name: 'large.bin', mode: 0o644, content: Buffer.concat([text, randomBytes(100_000)]) },
    { name: 'short', mode: 0o644, content: Buffer.from('x') },
    { name: 'Übergröße.txt', mode: 0o600, content: text },
  ];
  const { entries: found, comment } = await unzipped(await zipEntries({ entries, digest: 'abc' }));
  expect(found).toEqual(entries.map((entry) => ({ ...entry, mode: 0o100000 | entry.mode })));
  expect(comment).toBe('tankard abc');
});

test('what is in several zips is the same bytes in each', async () => {
  const shared = { name: 'tankard.js', mode: 0o644, content: Buffer.from('framework '.repeat(100)) };
  const own = (text: string) => ({ name: 'index.js', mode: 0o644, content: Buffer.from(text) });
  for (const text of ['one', 'another one'])
    expect(
      (await unzipped(await zipEntries({ entries: [own(text), shared], digest: '' }))).entries,
    ).toMatchObject([{ content: Buffer.from(text) }, { content: shared.content }]);
});
