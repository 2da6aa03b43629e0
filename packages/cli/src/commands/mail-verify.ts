import { TankardError } from '@tankard/framework/errors';
import { askOwner, readSender, type Sender } from '../aws/mail.ts';
import { openTarget } from '../aws/target.ts';
import { problem } from '../errors/problem.ts';
import { askingAws } from './asking-aws.ts';
import { awsOptions, awsSettings } from './aws-options.ts';
import { defineCommand } from './command.ts';

/** `tankard mail verify ADDRESS`: has SES ask an address's owner whether mail may be sent from it. */
export const command = defineCommand({
  options: (yargs) =>
    yargs
      .positional('address', { type: 'string', demandOption: true, describe: 'The address' })
      .options(awsOptions),
  run: async (args, context) => {
    const { address } = args;
    if (!/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(address)) throw new TankardError([noAddress(address)]);
    const { clients, account, region } = await openTarget(awsSettings(args, context));
    try {
      const before = await askingAws(`verifying ${address}`, async () => {
        const ses = await clients.ses();
        const sender = await readSender(ses, address);
        if (sender.state === 'unknown') await askOwner(ses, address);
        return sender;
      });
      const { state, identity } = before;
      return {
        data: { address, account, region, state: state === 'unknown' ? 'asked' : state, identity },
        text: (style) => `${style.good('✔')} ${said(address, before)} (SES in ${region} of ${account})`,
        problems: [],
      };
    } finally {
      clients.destroy();
    }
  },
});

function said(address: string, { state, identity }: Sender): string {
  switch (state) {
    case 'verified':
      return `${address} is verified already${identity === address ? '' : `, by its domain ${identity}`}`;
    case 'waiting':
      return `${address} waits for its owner to follow the link that SES sent; it holds for 24 hours. A new one: aws ses verify-email-identity --email-address ${address}`;
    case 'unknown':
      return `SES has sent a mail to ${address}: follow the link in it within 24 hours`;
  }
}

const noAddress = (address: string) =>
  problem('USAGE_INVALID', {
    message: `'${address}' is no mail address.`,
    remedy: 'Write it alone, as in tankard mail verify shop@example.com.',
  });
