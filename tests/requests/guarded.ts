import { randomUUID } from 'node:crypto';
import { allow, deny, UnauthorizedError } from '@tankard/framework';
import { app } from './app.ts';

/** The table's app with routes that ask who calls, for the targets that can hold this. */
export { app };

/** Whoever asks again finds the same number only where the answer is remembered. */
const decide = ({ token }: { readonly token: string }) => {
  if (token === 'Bearer nobody') throw new UnauthorizedError('Who are you?');
  if (token === 'Bearer broken') throw new Error('password=hunter2');
  const [, principalId = ''] = /^Bearer (ann|bob)$/.exec(token) ?? [];
  if (principalId === '') return deny();
  return allow({
    routes: ['GET /guarded/mine', 'GET /guarded/items/{id}', 'GET /guarded/fresh'],
    principalId,
    context: { role: 'admin', number: randomUUID() },
  });
};
export const remembering = app.authorizer((request) => decide(request));
export const forgetting = app.authorizer({ ttl: 0 }, (request) => decide(request));

export const mine = app.route('GET /guarded/mine', { authorizer: remembering }, ({ auth }) => {
  const { number, ...context } = auth.context;
  return { auth: { ...auth, context }, numbered: number.length > 0 };
});
export const item = app.route('GET /guarded/items/{id}', { authorizer: remembering }, (req) => ({
  id: req.params.id,
  number: req.auth.context.number,
}));
export const others = app.route('GET /guarded/others', { authorizer: remembering }, () => 'never');
export const fresh = app.route('GET /guarded/fresh', { authorizer: forgetting }, ({ auth }) => ({
  number: auth.context.number,
}));
