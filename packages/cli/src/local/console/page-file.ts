import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { ownFolder } from '../../own-package.ts';
import { type Reply, SECURE } from './reply.ts';

/** What packages/console was built into. */
const PAGE = join(ownFolder, 'console', 'dist');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Scripts and styles are files of ours, and what the page's own library adds is known by the nonce; frames are mails, which have a policy of
 * their own.
 */
const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * A file of the page. A path without one belongs to the page itself: it is told what to show by its address. The document of the routes has a
 * page of its own.
 */
export async function pageFile(path: string): Promise<Reply> {
  const isFile = /^\/(assets\/)?[\w-]+\.\w+$/.test(path);
  const page = path === '/openapi' ? 'openapi.html' : 'index.html';
  const file = join(PAGE, isFile ? path : page);
  const content = await readFile(file).catch(() => undefined);
  const nonce = randomBytes(16).toString('base64url');
  const headers = { ...SECURE, 'content-security-policy': policy(nonce) };
  if (!content) {
    const text = isFile ? 'There is no such file.' : 'The page of the console is not built: npm run build.';
    const body = Buffer.from(`${text}\n`);
    return { status: 404, headers: { ...headers, 'content-type': 'text/plain' }, body };
  }
  // The names of assets change with what they hold.
  const cached = path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache';
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  // Vite writes a placeholder where the nonce belongs.
  const body = isFile
    ? content
    : Buffer.from(content.toString().replaceAll('nonce="NONCE"', `nonce="${nonce}"`));
  return { status: 200, headers: { ...headers, 'content-type': type, 'cache-control': cached }, body };
}
