import { loadApp } from '../build/load/load-app.ts';
import { appConfigOf } from './app-config-of.ts';
import { defineCommand } from './command.ts';

/** `tankard manifest`: what the app declares, as the JSON that every other command starts from. */
export const command = defineCommand({
  options: (yargs) => yargs,
  run: async (args, context) => {
    const { manifest } = await loadApp(await appConfigOf(args, context));
    return { data: { manifest }, text: () => JSON.stringify(manifest, null, 2), problems: [] };
  },
});
