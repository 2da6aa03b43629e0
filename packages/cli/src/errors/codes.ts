/**
 * Every code that the command itself may report, with what it means in one sentence. Kept in
 * alphabetical order. `docs/reference/errors.md` is generated from here, and each code is provoked
 * by a test. The framework's own codes stand in its `checks/codes.ts`.
 */
export const codes = {
  CONFIG_BOUNDS: 'A number or text in the configuration is outside of what AWS accepts.',
  CONFIG_NOT_EXPORTED: 'The configuration file has no default export, or one that is not an object.',
  CONFIG_SYNTAX: 'The configuration file cannot be parsed, or imports a file that is not there.',
  CONFIG_THREW: 'The configuration file threw an error while it was being loaded.',
  CONFIG_TWICE: 'The project has more than one configuration file.',
  CONFIG_TYPE: 'A value in the configuration has the wrong type.',
  CONFIG_UNKNOWN_KEY: 'The configuration has a key that does not exist.',
  PROJECT_NOT_FOUND: 'The folder given by `--project` is not there.',
  STAGE_INVALID: 'The name of a stage has characters that AWS names cannot hold.',
  STAGE_UNKNOWN: 'The stage is not one of those that the configuration lists.',
  USAGE_INVALID: 'A command was called with arguments that do not fit.',
  USAGE_UNKNOWN_COMMAND: 'There is no command of this name.',
  USAGE_UNKNOWN_OPTION: 'The command has no option of this name.',
} as const;

/** The name of a problem that the command reports. */
export type Code = keyof typeof codes;
