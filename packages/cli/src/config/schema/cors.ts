import type { CorsOptions } from '@tankard/framework';
import { corsDeclaration, corsFaults } from '@tankard/framework/rules';
import { fields, list } from './containers.ts';
import { flag, ofType, type Rule, text } from './rules.ts';

const options = fields<CorsOptions>({
  origins: list(text),
  methods: list(text),
  headers: list(text),
  exposeHeaders: list(text),
  maxAge: ofType('a number', (value) => typeof value === 'number'),
  credentials: flag,
});

/** Options, or whether pages of other origins may call at all. */
export const cors: Rule = (value, path) => {
  if (typeof value === 'boolean') return [];
  const wrong = options(value, path);
  if (wrong.length > 0 || typeof value !== 'object' || value === null) return wrong;
  return corsFaults(corsDeclaration(value)).map(({ option, fault, remedy }) => ({
    code: 'CONFIG_BOUNDS',
    path: [...path, option],
    message: `says: ${fault}.`,
    remedy,
  }));
};
