import { openTarget } from '../aws/target.ts';
import { parametersForLooking } from '../plan/look-at-stage.ts';
import { lookUpMail } from '../plan/look-up-mail.ts';
import { mailProblems } from '../plan/mail-problems.ts';
import { mailSenders } from '../plan/mail-senders.ts';
import { analyseApp } from '../prepare/analyse-app.ts';
import { unbuiltGraph } from '../prepare/make-app.ts';
import { table } from '../report/table.ts';
import { appConfigOf } from './app-config-of.ts';
import { awsOptions, awsSettings } from './aws-options.ts';
import { defineCommand } from './command.ts';
import { parameterOption } from './config-of.ts';

/** `tankard mail`: from which addresses a stage sends mail, and whether SES lets it. */
export const command = defineCommand({
  options: (yargs) => yargs.options({ ...awsOptions, parameter: parameterOption }),
  run: async (args, context) => {
    const config = await appConfigOf(args, context);
    const graph = unbuiltGraph(await analyseApp(config));
    const senders = mailSenders(graph, parametersForLooking(graph.parameters));
    const target = await openTarget(awsSettings(args, context));
    try {
      const view = await lookUpMail(senders, target);
      const { app, stage } = graph;
      const { account, region } = target;
      return {
        data: { app, stage, account, region, senders: view?.senders ?? senders, sandbox: view?.sandbox },
        text: () =>
          senders.length === 0
            ? 'No address is known that the app sends mail from. Where a parameter holds it, give its value: --parameter NAME=VALUE.'
            : table((view?.senders ?? []).map(({ address, state }) => [`  ${address}`, state])),
        problems: mailProblems(view, region),
      };
    } finally {
      target.clients.destroy();
    }
  },
});
