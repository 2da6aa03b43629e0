import { createHash } from 'node:crypto';

/** Text as a logical id may hold it, each word begun with a capital: `GET /users/{id}` gives `GetUsersId`. */
export function pascalCase(text: string): string {
  return text
    .replace(/^[A-Z]+(?= |$)/, (method) => method.charAt(0) + method.slice(1).toLowerCase())
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** Characters, of the 255 that CloudFormation takes; kinds with several resources add to it. */
const LONGEST = 200;

/**
 * An id for each key: the one that is wished for. Where several wish for the same, or it is too long,
 * it ends in 6 characters of its key's hash, so that the outcome does not hang on the order.
 */
export function uniqueIds(wishes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const wish of wishes.values()) counts.set(wish, (counts.get(wish) ?? 0) + 1);
  return new Map(
    [...wishes].map(([key, wish]) => {
      const fits = counts.get(wish) === 1 && wish.length <= LONGEST;
      return [key, fits ? wish : `${wish.slice(0, LONGEST)}${hash(key)}`];
    }),
  );
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 6);
}
