/** An app with a handler for each option of delivery; each writes what it got and what came of it into a journal, by `name what`. */
export const deliveryApp = (
  journal: string,
): string => `import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { App } from '@tankard/framework';
export const app = new App('table');

const write = (name, what) => appendFileSync('${journal}', name + ' ' + what + '\\n');
/** Fails for ever what begins with bad, and once what begins with late. */
function handle(name, id) {
  const mark = '${journal}-' + name + '-' + encodeURIComponent(id);
  const fails = id.startsWith('bad') || (id.startsWith('late') && !existsSync(mark));
  writeFileSync(mark, '');
  write(name, id + (fails ? ' failed' : ' done'));
  if (fails) throw new Error('no');
}
const whole = (name, ids) => {
  const fails = ids.some((id) => id.startsWith('bad'));
  write(name, ids.join('+') + (fails ? ' failed' : ' done'));
  // A failure that reports nothing: what is reported is not halved, but cut there.
  if (fails) process.exit(1);
};
const short = { timeout: 1 };

const batches = app.queue('Batches');
export const batch = app.onSqsMessage(batches, { ...short, batch: true, batchSize: 20, batchWindow: 2 }, ({ messages }) =>
  whole('batch', messages.map((one) => one.body).sort()));
const filtered = app.queue('Filtered');
export const filter = app.onSqsMessage(filtered, { ...short, filter: { body: { kind: [{ prefix: 'a' }] } } }, (one) =>
  handle('filter', JSON.parse(one.body).kind));
const jobs = app.queue('Jobs', { visibility: 6, deadLetter: { maxReceives: 2 } });
export const job = app.onSqsMessage(jobs, { ...short, batchWindow: 1 }, (one) => handle('job', one.body));
const returned = app.queue('Returned', { visibility: 6 });
export const give = app.onSqsMessage(returned, { ...short, batch: true, batchWindow: 1 }, ({ messages }) => ({
  failed: messages.filter((one) => {
    write('give', one.body + ' ' + one.receiveCount);
    return one.body === 'again' && one.receiveCount === 1;
  }),
}));
const orders = app.queue('Orders', { fifo: true, visibility: 6 });
export const order = app.onSqsMessage(orders, short, (one) => handle('order', one.body));

const failures = app.queue('Failures');
export const failure = app.onSqsMessage(failures, short, (one) => {
  const { requestContext } = JSON.parse(one.body);
  const handler = requestContext.functionArn.replace(/.*table-local-/, '').replace(/:.*/, '');
  write('failures-' + handler, requestContext.condition + ' ' + requestContext.approximateInvokeCount);
});
const stream = { ...short, retries: 1, onFailure: failures };
const items = app.table('Items', { partitionKey: 'id' });
export const item = app.onDynamoDBRecord(items, { ...stream, events: ['INSERT'] }, (record) => handle('item', record.keys.id));
const clicks = app.stream('Clicks', { shards: 1 });
export const click = app.onKinesisRecord(clicks, { ...stream, batch: true, batchWindow: 2, bisect: true }, ({ records }) =>
  whole('click', records.map((one) => String(one.data))));

const uploads = app.bucket('Uploads');
export const upload = app.onS3Event(uploads, { prefix: 'in/', suffix: '.png' }, (event) => handle('upload', event.key));
const news = app.topic('News');
export const headline = app.onSnsMessage(news, { filter: { kind: ['a', { 'anything-but': ['b', 'c'] }] } }, (one) =>
  handle('headline', one.message));
const raw = app.queue('Raw', { from: news, raw: true });
export const letter = app.onSqsMessage(raw, short, (one) => handle('letter', one.body));
const pattern = { source: ['table'], detail: { total: [{ numeric: ['>', 10, '<=', 20] }], kind: [{ exists: false }] } };
export const fact = app.onEvent(pattern, (event) => handle('fact', String(event.detail.total)));
`;

/** The same app once it has handlers of a stream that was there before them. */
export const laterDeliveryApp = (journal: string): string => `${deliveryApp(journal)}
const there = app.stream.existing('there');
const from = (startingPosition) => ({ ...short, startingPosition });
export const oldest = app.onKinesisRecord(there, from('TRIM_HORIZON'), (record) => handle('oldest', String(record.data)));
export const newest = app.onKinesisRecord(there, from('LATEST'), (record) => handle('newest', String(record.data)));
`;
