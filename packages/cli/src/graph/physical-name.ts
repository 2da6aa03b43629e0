import { createHash } from 'node:crypto';

/**
 * A name for AWS of at most `limit` characters. Characters that AWS does not take become `-`; what was
 * changed or cut gets 6 characters of its hash, so that two names never meet.
 *
 * @param ending stays whole at the end, as `.fifo` must.
 */
export function physicalName(text: string, limit: number, ending = ''): string {
  const clean = text.replace(/[^A-Za-z0-9_-]+/g, '-');
  if (clean === text && clean.length + ending.length <= limit) return text + ending;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 6);
  const kept = clean.slice(0, limit - ending.length - hash.length - 1).replace(/[-_]+$/, '');
  return `${kept}-${hash}${ending}`;
}
