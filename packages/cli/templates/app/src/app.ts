import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { App, NotFoundError, Rate, reply } from '@tankard/framework';
import * as z from 'zod';

export const app = new App('{{name}}');

const links = app.table('Links', { partitionKey: 'code' });

export const database = DynamoDBDocumentClient.from(new DynamoDBClient());

const Link = z.object({
  code: z.string().regex(/^[a-z0-9-]+$/),
  url: z.url(),
});

/** Keeps a link under a short code. */
export const addLink = app.route('POST /links', { body: Link }, async (req) => {
  await database.send(new PutCommand({ TableName: links.name, Item: req.body }));
  return reply(201, { path: `/${req.body.code}` });
});

/** Sends the browser on to where the link leads. */
export const followLink = app.route('GET /{code}', async (req) => {
  const { Item } = await database.send(
    new GetCommand({ TableName: links.name, Key: { code: req.params.code } }),
  );
  if (!Item) throw new NotFoundError(`There is no link '${req.params.code}'.`);
  return reply(302, undefined, { location: String(Item.url) });
});

/** Says once a day how many links there are. */
export const countLinks = app.schedule(Rate.days(1), async () => {
  const { Count = 0 } = await database.send(new ScanCommand({ TableName: links.name, Select: 'COUNT' }));
  app.log.info('Links', { count: Count });
  return { count: Count };
});
