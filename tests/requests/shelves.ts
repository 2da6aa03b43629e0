import { Feature, NotFoundError, reply } from '@tankard/framework';

/** A part of the table's app, which is mounted under a prefix with a parameter, with a part of its own. */
export const shelves = new Feature('shelves');
shelves.middleware('route', async (req, next) => {
  if (req.header('X-T-Closed') === 'yes') return reply(503, { closed: req.params });
  const answer = await next();
  answer.headers['x-shelf'] = answer.error ? 'failed' : req.route;
  return answer;
});
export const listShelves = shelves.route('GET /', ({ path, params }) => ({ path, params }));
export const showShelf = shelves.route('GET /{shelf}', ({ path, params }) => {
  if (params.shelf === 'none') throw new NotFoundError('No such shelf.');
  return { path, params };
});

const labels = new Feature('labels');
labels.middleware('route', async (_, next) => {
  const answer = await next();
  answer.headers['x-label'] = `inside of ${answer.headers['x-shelf'] ?? 'the shelf'}`;
  return answer;
});
export const putLabel = labels.route('PUT /{label}', (req) => ({ params: req.params, text: req.text() }));
shelves.mount('/{shelf}/labels', labels);
