import type { Emulator, EmulatorContext } from '../emulator.ts';
import { checkMail } from './check-mail.ts';
import { keepMail, readMails } from './inbox.ts';
import type { Mail } from './mail.ts';
import { answerVersion1 } from './version-1.ts';
import { answerVersion2 } from './version-2.ts';

/** SES, both versions of its API: every mail that AWS would send lands in an inbox on disk, and none leaves the machine. */
export interface SesEmulator extends Emulator {
  /** Oldest first. */
  mails(): Promise<readonly Mail[]>;
  /** Calls `listener` after every mail. */
  onMail(listener: (mail: Mail) => void): void;
}

export async function startSes({ folder }: EmulatorContext): Promise<SesEmulator> {
  const listeners: ((mail: Mail) => void)[] = [];
  const identities = new Set<string>();

  async function send(mail: Omit<Mail, 'id' | 'sentAt'>, invocation: string | undefined): Promise<Mail> {
    checkMail(mail);
    const kept = await keepMail(folder, { ...mail, invocation });
    for (const listener of listeners) listener(kept);
    return kept;
  }

  return {
    services: ['ses'],
    handle(request) {
      const answer = request.path.startsWith('/v2/') ? answerVersion2 : answerVersion1;
      return answer(request, (mail) => send(mail, request.caller?.invocation), identities);
    },
    mails: () => readMails(folder),
    onMail: (listener) => void listeners.push(listener),
    close: async () => {},
  };
}
