import type { UsagePlanConfig } from '@tankard/framework/config';
import { fields, list } from './containers.ts';
import type { Fault, KeyPath } from './fault.ts';
import { choice, ofType, type Rule } from './rules.ts';

type Throttle = NonNullable<UsagePlanConfig['throttle']>;
type Quota = NonNullable<UsagePlanConfig['quota']>;

const rate = ofType('a number above 0', (value) => typeof value === 'number' && value > 0);
const count = ofType('a whole number above 0', (value) => Number.isInteger(value) && Number(value) > 0);
const keyName = ofType(
  "letters, digits, '-' and '_', 64 at most",
  (value) => typeof value === 'string' && /^[\w-]{1,64}$/.test(value),
);

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlan.html */
export const usagePlan: Rule = fields<UsagePlanConfig>({
  throttle: whole<Throttle>({ rate, burst: count }),
  quota: whole<Quota>({ limit: count, period: choice('day', 'week', 'month') }),
  keys: once(list(keyName)),
});

/** An object that has all of its keys. */
function whole<T>(rules: { readonly [K in keyof Required<T>]: Rule }): Rule {
  const known = fields<T>(rules);
  return (value, path) => {
    const wrong = known(value, path);
    if (wrong.length > 0 || value === undefined) return wrong;
    return Object.keys(rules)
      .filter((key) => (value as Record<string, unknown>)[key] === undefined)
      .map((key) => fault([...path, key], 'is missing.', `Write all of ${Object.keys(rules).join(', ')}.`));
  };
}

function once(rule: Rule): Rule {
  return (value, path) => {
    const wrong = rule(value, path);
    if (wrong.length > 0 || !Array.isArray(value) || new Set(value).size === value.length) return wrong;
    return [fault(path, 'has a name twice.', 'Name each key once.')];
  };
}

const fault = (path: KeyPath, message: string, remedy: string): Fault => ({
  code: 'CONFIG_TYPE',
  path,
  message,
  remedy,
});
