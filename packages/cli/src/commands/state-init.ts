import { openTarget } from '../aws/target.ts';
import { loadApp } from '../build/load/load-app.ts';
import { copyStore } from '../state/copy-store.ts';
import { fileStore } from '../state/file-store.ts';
import { openStore } from '../state/open-store.ts';
import { makeStateBucket, stateBucketName } from '../state/s3-bucket.ts';
import { appConfigOf } from './app-config-of.ts';
import { askingAws } from './asking-aws.ts';
import { awsOptions, awsSettings } from './aws-options.ts';
import { defineCommand } from './command.ts';
import { storeName } from './deploy/stage-request.ts';

/** `tankard state init`: makes a bucket in which a team shares the record of its deploys, and brings the stage's own there. */
export const command = defineCommand({
  options: (yargs) =>
    yargs.options({
      ...awsOptions,
      bucket: {
        type: 'string',
        requiresArg: true,
        describe: 'Its name (default: tankard-state-<account>-<region>)',
      },
    }),
  run: async (args, context) => {
    const config = await appConfigOf(args, context);
    const { manifest } = await loadApp(config);
    const target = await openTarget(awsSettings(args, context));
    const { account, region, clients } = target;
    const bucket = args.bucket ?? stateBucketName(account, region);
    const state = `s3://${bucket}`;
    const name = storeName({ app: manifest.app, stage: config.stage }, target);
    try {
      const copied = await askingAws('state init', async () => {
        await makeStateBucket(await clients.s3(), bucket, region);
        const shared = await openStore({ project: config.project, state }, name, clients);
        return copyStore(fileStore(config.project, name), shared);
      });
      return {
        data: { state, copied },
        text: (style) =>
          [
            `${style.good('✔')} ${state} is there, private and with versions.`,
            ...(copied ? [`  It has the record of the stage ${config.stage} now.`] : []),
            ...(config.state === state ? [] : [`  Write state: '${state}' into tankard.config.ts.`]),
          ].join('\n'),
        problems: [],
      };
    } finally {
      clients.destroy();
    }
  },
});
