import { relative, resolve } from 'node:path';
import { TankardError } from '@tankard/framework/errors';
import { problem } from '../errors/problem.ts';
import { defineCommand } from './command.ts';
import { TEMPLATES, templateValues } from './new/template-values.ts';
import { writeProject } from './new/write-project.ts';

/** The name is part of every name in AWS, and the npm package's: what both of them allow. */
const NAME = /^[a-z][a-z0-9-]{0,39}$/;

/** `tankard new NAME`: a project that type-checks, passes its tests and can be packaged. */
export const command = defineCommand({
  options: (yargs) =>
    yargs
      .positional('name', {
        type: 'string',
        demandOption: true,
        describe: 'The name of the app and of its folder',
      })
      .option('project', {
        type: 'string',
        requiresArg: true,
        describe: 'The folder to write (default: ./NAME)',
      })
      .option('ci', {
        type: 'boolean',
        describe: 'A GitHub workflow too: plans on pull requests, deploys of main, no keys',
      }),
  run: async ({ name, project, ci }, { cwd }) => {
    if (!NAME.test(name)) throw new TankardError([invalidName(name)]);
    const folder = resolve(cwd, project ?? name);
    const values = templateValues(name);
    const files = await writeProject(ci ? [TEMPLATES.app, TEMPLATES.ci] : [TEMPLATES.app], folder, values);
    const steps = [`cd ${relative(cwd, folder) || '.'}`, values.words.install, 'npm test', 'npm start'];
    return {
      data: { folder, files },
      text: (style) =>
        [
          `${style.good('✔')} ${style.strong(name)} is in ${folder}`,
          '',
          ...steps.map((step) => `  ${step}`),
          ...(ci ? ['', 'DEPLOYING.md says what AWS and GitHub have to know once.'] : []),
        ].join('\n'),
      problems: [],
    };
  },
});

const invalidName = (name: string) =>
  problem('NEW_NAME_INVALID', {
    message: `'${name}' is not a name that an app can have.`,
    remedy: 'Use up to 40 small letters, digits and hyphens, and begin with a letter.',
  });
