import './books.ts';
import { readers } from './readers.ts';
import { app } from './service.ts';

app.mount('/{branch}/readers', readers);

export { app };
