import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type SendMail, sendMail } from '../src/mail.ts';
import { sendDueMessages } from '../src/send-due-messages.ts';

/*
 * A run that is killed as Lambda kills one, at the moment that the first argument names.
 * The environment says where the engines are; the second argument is the time of the event.
 */
const [moment, time = ''] = process.argv.slice(2);

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('unreachable');
}

let calls = 0;
const send: SendMail = async (mail) => {
  calls += 1;
  if (calls === 2 && moment === 'before the call') die();
  await sendMail(mail);
  if (calls === 2 && moment === 'after the call') die();
};

if (moment === 'after the claim') {
  // The message is read next: the run dies when it asks for it.
  const server = createServer(die);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env.AWS_ENDPOINT_URL_S3 = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

await sendDueMessages(new Date(time), { remaining: () => 30_000, send });
