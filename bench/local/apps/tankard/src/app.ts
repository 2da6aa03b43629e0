import { App } from '@tankard/framework';

export const app = new App('hello');

export const hello = app.route('GET /hello/{name}', (req) => ({ message: `Hello, ${req.params.name}!` }));
