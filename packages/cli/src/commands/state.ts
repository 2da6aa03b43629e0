import { openTarget } from '../aws/target.ts';
import { loadApp } from '../build/load/load-app.ts';
import { readJournal } from '../state/journal.ts';
import { holderText } from '../state/locked-error.ts';
import { openStore } from '../state/open-store.ts';
import { appConfigOf } from './app-config-of.ts';
import { askingAws } from './asking-aws.ts';
import { awsOptions, awsSettings } from './aws-options.ts';
import { defineCommand } from './command.ts';
import { storeName } from './deploy/stage-request.ts';

/** `tankard state`: where the record of a stage's deploys is, and what it says of the last one. */
export const command = defineCommand({
  options: (yargs) => yargs.options(awsOptions),
  run: async (args, context) => {
    const config = await appConfigOf(args, context);
    const { manifest } = await loadApp(config);
    const { app } = manifest;
    const { stage } = config;
    const target = await openTarget(awsSettings(args, context));
    try {
      const store = await openStore(config, storeName({ app, stage }, target), target.clients);
      const [recorded, held] = await askingAws('reading the state', () =>
        Promise.all([readJournal(store), store.held()]),
      );
      const last = recorded?.deploy;
      const resources = recorded?.resources.size ?? 0;
      const said = last
        ? `deploy ${last.number} of ${last.at} by ${last.caller} ${last.outcome === 'done' ? 'was done' : 'did not end'}; ${resources} resources`
        : 'no deploy is recorded';
      return {
        data: { app, stage, place: store.name, resources, ...(last && { last }), ...(held && { held }) },
        text: () => [store.name, said, ...(held ? [holderText(held)] : [])].join('\n  '),
        problems: [],
      };
    } finally {
      target.clients.destroy();
    }
  },
});
