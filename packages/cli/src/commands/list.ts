import type { ListedCommand } from './listed-command.ts';

/** Every command, in the order of `tankard --help`. */
export const commands: readonly ListedCommand[] = [];
