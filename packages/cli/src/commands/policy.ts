import { TankardError } from '@tankard/framework/manifest';
import { analyseApp } from '../prepare/analyse-app.ts';
import { unbuiltGraph } from '../prepare/prepare-app.ts';
import { appConfigOf } from './app-config-of.ts';
import { defineCommand } from './command.ts';
import { explainedPolicies } from './policy/explained-policy.ts';
import { policyText } from './policy/policy-text.ts';
import { unknownFunction } from './unknown-function.ts';

/** `tankard policy [NAME]`: what each function may do, and which line of code asks for it. */
export const command = defineCommand({
  options: (yargs) => yargs.positional('name', { type: 'string', describe: 'One function (default: all)' }),
  run: async (args, context) => {
    const app = await analyseApp(await appConfigOf(args, context));
    const names = app.functions.map(({ name }) => name);
    if (args.name !== undefined && !names.includes(args.name)) {
      throw new TankardError([unknownFunction(args.name, names)]);
    }
    const functions = explainedPolicies(app, unbuiltGraph(app)).filter(
      (policy) => args.name === undefined || policy.function === args.name,
    );
    return { data: { functions }, text: (style) => policyText(functions, style), problems: app.problems };
  },
});
