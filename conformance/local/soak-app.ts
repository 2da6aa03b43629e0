/** Of a hundred events: how many fail at their first attempt, and how many take their process along, before or after their work. */
export const FAILING = 4;
export const KILLING = 1;

/**
 * An app with a handler of every source, each of which writes into a journal what it does with an event. Which event fails, or kills the process
 * that handles it, is told by a hash of its id and seed, at the first attempt only: Lambda gives some events up after the third.
 */
export const soakApp = (folder: string): string => `import { appendFileSync, statSync } from 'node:fs';
import { App } from '@tankard/framework';
export const app = new App('soak');

function luck(id) {
  let hash = 7;
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 8) % 1000;
}
function write(handler, id, what) {
  appendFileSync('${folder}/journal', [handler, id, what, Date.now()].join(' ') + '\\n');
}
async function handle(handler, id) {
  const file = '${folder}/attempts/' + handler + '-' + id;
  appendFileSync(file, '.');
  const first = statSync(file).size === 1;
  const chance = first ? luck(handler + id) : 1000;
  await new Promise((resolve) => setTimeout(resolve, 1));
  if (chance < ${FAILING * 10}) {
    write(handler, id, 'failed');
    throw new Error('by chance');
  }
  const kills = chance < ${(FAILING + KILLING) * 10};
  if (kills && chance % 2 === 0) die(handler, id);
  write(handler, id, 'done');
  if (kills) die(handler, id);
}
function die(handler, id) {
  write(handler, id, 'killed');
  process.kill(process.pid, 'SIGKILL');
  for (;;);
}

const deadLetter = { maxReceives: 20 };
const jobs = app.queue('Jobs', { deadLetter });
const orders = app.queue('Orders', { fifo: true, deadLetter });
const news = app.topic('News');
const letters = app.queue('Letters', { from: news, raw: true, deadLetter });
const items = app.table('Items', { partitionKey: 'id' });
const clicks = app.stream('Clicks');
const uploads = app.bucket('Uploads');
// A batch that is cut at a failure goes on counting its tries.
const stream = { retries: 100 };
export const job = app.onSqsMessage(jobs, (message) => handle('job', message.body));
export const order = app.onSqsMessage(orders, (message) => handle('order', message.body));
export const headline = app.onSnsMessage(news, (message) => handle('headline', message.message));
export const letter = app.onSqsMessage(letters, (message) => handle('letter', message.body));
export const item = app.onDynamoDBRecord(items, stream, (record) => handle('item', record.keys.id));
export const click = app.onKinesisRecord(clicks, stream, (record) => handle('click', String(record.data)));
export const upload = app.onS3Event(uploads, (event) => handle('upload', event.key));
export const fact = app.onEvent({ source: ['soak'] }, (event) => handle('fact', event.detail.id));
export const request = app.route('POST /{id}', async (req) => {
  await handle('request', req.params.id);
  return 'done';
});
`;
