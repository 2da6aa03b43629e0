import { App } from '@tankard/framework';

/** Pages of any origin may call it: a browser is one of its clients. */
export const app = new App('library', { cors: { headers: ['Content-Type', 'X-Reader'] } });
