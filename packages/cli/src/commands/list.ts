import { type ListedCommand, loaded } from './listed-command.ts';

/** Every command, in the order of `tankard --help`. */
export const commands: readonly ListedCommand[] = [
  {
    words: 'new <name>',
    says: 'Make a project: an app, a test, a configuration',
    load: async () => loaded((await import('./new.ts')).command),
  },
  {
    words: 'package',
    says: 'Write a SAM template and a zip for each function',
    load: async () => loaded((await import('./package.ts')).command),
  },
  {
    words: 'plan',
    says: 'Show what a deploy would do',
    load: async () => loaded((await import('./plan.ts')).command),
  },
  {
    words: 'deploy',
    says: 'Bring a stage in AWS to what the app says',
    load: async () => loaded((await import('./deploy.ts')).command),
  },
  {
    words: 'status',
    says: 'Show what of a stage is in AWS',
    load: async () => loaded((await import('./status.ts')).command),
  },
  {
    words: 'url',
    says: "Print where a stage's routes are",
    load: async () => loaded((await import('./url.ts')).command),
  },
  {
    words: 'logs [names..]',
    says: 'Show what the functions of a stage wrote, merged by time',
    load: async () => loaded((await import('./logs.ts')).command),
  },
  {
    words: 'invoke <name>',
    says: 'Call a function of a stage in AWS',
    load: async () => loaded((await import('./invoke.ts')).command),
  },
  {
    words: 'mail',
    says: 'Show from which addresses a stage sends mail, and whether SES lets it',
    load: async () => loaded((await import('./mail.ts')).command),
    below: [
      {
        words: 'verify <address>',
        says: 'Have SES ask the owner of an address whether mail may be sent from it',
        load: async () => loaded((await import('./mail-verify.ts')).command),
      },
    ],
  },
  {
    words: 'rollback',
    says: 'Bring the functions of a stage back to the deploy before',
    load: async () => loaded((await import('./rollback.ts')).command),
  },
  {
    words: 'delete',
    says: 'Remove a stage from AWS; data is kept',
    load: async () => loaded((await import('./delete.ts')).command),
  },
  {
    words: 'state',
    says: 'Show where the record of a stage is, and what it says of the last deploy',
    load: async () => loaded((await import('./state.ts')).command),
    below: [
      {
        words: 'init',
        says: 'Make a bucket in which a team shares the record of its deploys',
        load: async () => loaded((await import('./state-init.ts')).command),
      },
    ],
  },
  {
    words: 'policy [name]',
    says: 'Show what each function may do in AWS, and which line asks for it',
    load: async () => loaded((await import('./policy.ts')).command),
  },
  {
    words: 'graph',
    says: 'Draw the app as Mermaid: what calls which function, and what each uses',
    load: async () => loaded((await import('./graph.ts')).command),
  },
  {
    words: 'manifest',
    says: 'Print what the app declares, as JSON',
    load: async () => loaded((await import('./manifest.ts')).command),
  },
  {
    words: 'openapi',
    says: 'Print the routes as an OpenAPI 3.1 document',
    load: async () => loaded((await import('./openapi.ts')).command),
  },
  {
    words: 'local',
    says: 'Run the app on this machine',
    load: async () => loaded((await import('./local.ts')).command),
    below: [
      {
        words: 'trigger <name>',
        says: 'Run a handler now in the running app',
        load: async () => loaded((await import('./local-trigger.ts')).command),
      },
      {
        words: 'invocations [id]',
        says: 'List the runs of the running app, each below what caused it, or show one',
        load: async () => loaded((await import('./local-invocations.ts')).command),
      },
      {
        words: 'replay <id>',
        says: 'Run an invocation of the running app again',
        load: async () => loaded((await import('./local-replay.ts')).command),
      },
      {
        words: 'clock [forward]',
        says: 'Show the time of the running app, or move it forward',
        load: async () => loaded((await import('./local-clock.ts')).command),
      },
      {
        words: 'mail',
        says: 'List the mails that the app has sent here',
        load: async () => loaded((await import('./local-mail.ts')).command),
      },
    ],
  },
];
