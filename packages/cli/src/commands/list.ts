import { type ListedCommand, loaded } from './listed-command.ts';

/** Every command, in the order of `tankard --help`. */
export const commands: readonly ListedCommand[] = [
  {
    words: 'new <name>',
    says: 'Make a project: an app, a test, a configuration',
    load: async () => loaded((await import('./new.ts')).command),
  },
  {
    words: 'manifest',
    says: 'Print what the app declares, as JSON',
    load: async () => loaded((await import('./manifest.ts')).command),
  },
];
