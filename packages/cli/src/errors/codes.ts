/**
 * Every code that the command itself may report, with what it means in one sentence. Kept in
 * alphabetical order. `docs/reference/errors.md` is generated from here, and each code is provoked
 * by a test. The framework's own codes stand in its `checks/codes.ts`.
 */
export const codes = {
  APP_EXPORTED_TWICE: 'The entry exports more than one App.',
  APP_IMPORT_CYCLE: 'The entry imports itself through another file, before its App exists.',
  APP_IMPORT_MISSING: 'The app imports a file or a package that is not there.',
  APP_NOT_EXPORTED: 'The entry exports no App.',
  APP_NOT_FOUND: 'The file that should export the app is not there.',
  APP_PROCESS_EXITED: 'The app ended its own process while it was loaded.',
  APP_SYNTAX: "The app's source cannot be parsed or bundled.",
  APP_THREW: "The app's own code threw an error while it was loaded.",
  APP_TIMED_OUT: 'The app was not loaded within the time limit.',
  ASSET_NOT_FOUND: 'A glob of `assets` matches no file.',
  BUNDLE_FAILED: "A function's code cannot be bundled.",
  CONFIG_BOUNDS: 'A number or text in the configuration is outside of what AWS accepts.',
  CONFIG_NOT_EXPORTED: 'The configuration file has no default export, or one that is not an object.',
  CONFIG_SYNTAX: 'The configuration file cannot be parsed, or imports a file that is not there.',
  CONFIG_THREW: 'The configuration file threw an error while it was being loaded.',
  CONFIG_TWICE: 'The project has more than one configuration file.',
  CONFIG_TYPE: 'A value in the configuration has the wrong type.',
  CONFIG_UNKNOWN_KEY: 'The configuration has a key that does not exist.',
  EXTERNAL_NOT_INSTALLED:
    'A package of `external` is not installed, or not for the platform that the function runs on.',
  LOCAL_DYNAMODB_FAILED: 'The DynamoDB engine that comes with tankard did not start.',
  LOCAL_DYNAMODB_MISSING: 'No DynamoDB engine is there for this machine, and no address is given.',
  NAME_TAKEN: 'Two resources of the app would have one name in AWS.',
  NATIVE_NOT_EXTERNAL: 'The code reaches a native `.node` file of a package that is not listed as external.',
  NEW_FOLDER_NOT_EMPTY: 'The folder of a new project is there already and holds something.',
  NEW_NAME_INVALID: 'The name of a new project has characters that AWS or npm would refuse.',
  OUTPUT_NOT_WRITABLE: 'The output folder cannot be written.',
  PERMISSION_UNKNOWN_ACTION: 'An action in `permissions` is not one that IAM has.',
  POLICY_TOO_LARGE: "A function's policy does not fit into what IAM allows one role.",
  PROJECT_NOT_FOUND: 'The folder given by `--project` is not there.',
  STAGE_INVALID: 'The name of a stage has characters that AWS names cannot hold.',
  STAGE_UNKNOWN: 'The stage is not one of those that the configuration lists.',
  UNEXPECTED: 'The command failed in a way that it does not know: a mistake in Tankard itself.',
  UNZIPPED_TOO_LARGE: "What is in a function's zip is larger than AWS accepts.",
  USAGE_INVALID: 'A command was called with arguments that do not fit.',
  USAGE_UNKNOWN_COMMAND: 'There is no command of this name.',
  USAGE_UNKNOWN_OPTION: 'The command has no option of this name.',
  ZIP_ENTRY_TWICE: "Two files would have the same path in a function's zip.",
  ZIP_TOO_LARGE: "A function's zip is larger than AWS accepts for a direct upload.",
} as const;

/** The name of a problem that the command reports. */
export type Code = keyof typeof codes;
