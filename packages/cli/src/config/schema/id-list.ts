import { list } from './containers.ts';
import { ofType, type Rule } from './rules.ts';

/** A list of ids that AWS gave: at least one, each once. */
export function idList(prefix: string, most: number): Rule {
  const ids = list(
    ofType(
      `an id such as '${prefix}-0123abcd'`,
      (value) => typeof value === 'string' && new RegExp(`^${prefix}-[0-9a-f]+$`).test(value),
    ),
  );
  return (value, path) => {
    const wrong = ids(value, path);
    if (wrong.length > 0 || !Array.isArray(value)) return wrong;
    if (value.length >= 1 && value.length <= most && new Set(value).size === value.length) return [];
    const message = `has ${value.length} ids; allowed are 1 to ${most}, each once.`;
    const remedy = `AWS Lambda takes 1 to ${most} of them.`;
    return [{ code: 'CONFIG_BOUNDS', path, message, remedy }];
  };
}
