import { awsOptions } from '../aws-options.ts';
import { parameterOption } from '../config-of.ts';

/** The options of the commands that compare an app with what AWS has. */
export const planOptions = {
  ...awsOptions,
  parameter: parameterOption,
  'replace-data': {
    type: 'string',
    array: true,
    requiresArg: true,
    default: [] as string[],
    describe: 'Name of a table, bucket, stream or secret that may be replaced by an empty one',
  },
  'new-account': {
    type: 'boolean',
    default: false,
    describe: 'The stage may stand in more than one account',
  },
} as const;

/** The options of the commands that change what AWS has. */
export const changeOptions = {
  yes: { type: 'boolean', default: false, alias: 'y', describe: 'Ask nothing' },
  'break-lock': {
    type: 'boolean',
    default: false,
    describe: 'Go on although another command seems to change the stage',
  },
} as const;
