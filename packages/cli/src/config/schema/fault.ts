import type { Code } from '../../errors/codes.ts';

/** The keys that lead to a value, from the top of the file. */
export type KeyPath = readonly string[];

/** What a rule found wrong with a value, before it is known where in the file it stands. */
export interface Fault {
  readonly code: Extract<Code, `CONFIG_${string}` | 'STAGE_INVALID'>;
  readonly path: KeyPath;
  readonly message: string;
  readonly remedy: string;
}

/** A path as one would write it: `stages.prod.functions['send-mail'].memory`. */
export function pathText(path: KeyPath): string {
  return path
    .map((key, index) => {
      if (/^\d+$/.test(key)) return `[${key}]`;
      if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `['${key}']`;
      return index === 0 ? key : `.${key}`;
    })
    .join('');
}
