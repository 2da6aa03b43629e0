import { join } from 'node:path';
import { findProject } from '../config/find-project.ts';
import { readMails } from '../local/emulators/ses/inbox.ts';
import { localFolder } from '../local/session/session-file.ts';
import { mailsText } from '../local/show/mail-text.ts';
import { defineCommand } from './command.ts';

/** `tankard local mail`: lists the mails that the app has sent on this machine, oldest first. */
export const command = defineCommand({
  options: (yargs) => yargs,
  run: async (args, { cwd }) => {
    const mails = await readMails(join(localFolder(findProject(args.project, cwd)), 'mail'));
    return { data: { mails }, text: (style) => mailsText(mails, style), problems: [] };
  },
});
