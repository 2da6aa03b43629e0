import { record } from './containers.ts';
import type { Fault, KeyPath } from './fault.ts';
import { type Rule, text } from './rules.ts';

/** Of the 50 that AWS takes two are our own. */
const MOST = 48;
const CHARACTERS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
/** The first is AWS's, the second tells whose a resource is. */
const RESERVED = /^(aws|tankard):/i;

/**
 * Tags as every service of AWS takes them.
 * https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html#id_tags_naming_best_practices
 */
export const tags: Rule = (value, path) => {
  const wrong = record(tagValue, tagKey)(value, path);
  const count = typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
  if (count <= MOST) return wrong;
  const message = `has ${count} tags; allowed are ${MOST}.`;
  return [...wrong, bounds(path, message, `AWS takes 50 on a resource, and two are Tankard's own.`)];
};

function tagKey(path: KeyPath): readonly Fault[] {
  const key = path.at(-1) ?? '';
  if (RESERVED.test(key)) {
    return [bounds(path, 'is a key that is taken.', "Begin it with neither 'aws:' nor 'tankard:'.")];
  }
  return key.length > 0 && key.length <= 128 && CHARACTERS.test(key)
    ? []
    : [bounds(path, 'is not a key that a tag can have.', `Use 1 to 128 ${ALLOWED}.`)];
}

const tagValue: Rule = (value, path) =>
  typeof value === 'string' && !(value.length <= 256 && CHARACTERS.test(value))
    ? [bounds(path, 'is not a value that a tag can have.', `Use up to 256 ${ALLOWED}.`)]
    : text(value, path);

const ALLOWED = 'letters, digits, spaces and _ . : / = + - @';

const bounds = (path: KeyPath, message: string, remedy: string): Fault => ({
  code: 'CONFIG_BOUNDS',
  path,
  message,
  remedy,
});
