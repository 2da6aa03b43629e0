import { App } from '@tankard/framework';

export const app = new App('corpus', { routes: 'separate' });

export interface Order {
  readonly id: string;
  readonly customer: string;
}

export const orders = app.table<Order>('Orders', {
  partitionKey: 'id',
  indexes: { byCustomer: { partitionKey: 'customer' } },
});
export const users = app.table('Users', { partitionKey: 'id' });
export const files = app.bucket('Files');
export const archive = app.bucket('Archive');
export const jobs = app.queue('Jobs');
export const steps = app.queue('Steps', { fifo: true });
export const news = app.topic('News');
export const ranking = app.topic('Ranking', { fifo: true });
export const clicks = app.stream('Clicks');
export const key = app.secret('Key');
export const sender = app.parameter('Sender');
export const partner = app.parameter('PartnerRole');

/** What the handlers of the corpus are called with. */
export interface Input {
  readonly id: string;
  readonly text?: string;
}
