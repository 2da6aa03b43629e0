// What a command line of yargs costs by itself.
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { default: yargs } = await import(
  new URL('../../packages/cli/node_modules/yargs/index.mjs', import.meta.url).href
);
const none = () => {};
await yargs(process.argv.slice(2))
  .scriptName('bare')
  .command('local', 'Run the app', none, none)
  .command('package', 'Write zips', none, none)
  .strict()
  .parseAsync();
