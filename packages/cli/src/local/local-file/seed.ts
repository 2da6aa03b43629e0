import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Problem, TankardError } from '@tankard/framework/errors';
import { nearest } from '../../errors/nearest.ts';
import type { Graph } from '../../graph/node.ts';
import { nodesOf } from '../app/nodes-of.ts';
import { type LocalPlaces, resolveValue } from '../app/resolve-value.ts';
import { ownSignature } from '../endpoint/own-signature.ts';
import { fault, LOCAL_FILE, type LocalFile, type SeedObject } from './local-file.ts';

export interface SeedTarget {
  readonly project: string;
  /** The folder that the data is kept in. */
  readonly data: string;
  readonly graph: Graph;
  readonly places: LocalPlaces;
}

/**
 * Puts the data that the local file begins with, once for a folder of data. They are writes like any other: what they cause happens.
 *
 * @returns how many items and objects were put.
 * @throws TankardError LOCAL_FILE_INVALID for a table or bucket that the app does not declare, a file that is not there, and what an engine refuses.
 */
export async function seed(file: LocalFile, target: SeedTarget): Promise<number> {
  const done = join(target.data, 'seeded');
  if (await readFile(done).then(Boolean, () => false)) return 0;
  const { graph, places, project } = target;
  const names = {
    tables: new Map(nodesOf(graph, 'table').map(({ name, model }) => [name, model.physicalName])),
    buckets: new Map(
      nodesOf(graph, 'bucket').map(({ name, model }) => [
        name,
        String(resolveValue(model.physicalName, graph, places)),
      ]),
    ),
  };
  const unknown = [
    ...unknownNames('tables', file.tables, names.tables),
    ...unknownNames('buckets', file.buckets, names.buckets),
  ];
  if (unknown.length > 0) throw new TankardError(unknown);
  const puts = [
    ...Object.entries(file.tables).flatMap(([table, items]) =>
      items.map((item) => putItem(places, names.tables.get(table) ?? '', item)),
    ),
    ...Object.entries(file.buckets).flatMap(([bucket, objects]) =>
      Object.entries(objects).map(([key, object]) =>
        putObject(places, `${names.buckets.get(bucket)}/${key}`, object, project),
      ),
    ),
  ];
  const problems = (await Promise.all(puts)).flat();
  if (problems.length > 0) throw new TankardError(problems);
  await writeFile(done, `${LOCAL_FILE}\n`);
  return puts.length;
}

function unknownNames(
  key: 'tables' | 'buckets',
  given: object,
  known: ReadonlyMap<string, string>,
): readonly Problem[] {
  return Object.keys(given)
    .filter((name) => !known.has(name))
    .map((name) => {
      const meant = nearest(name, [...known.keys()]);
      const listed = known.size > 0 ? `It has ${[...known.keys()].join(', ')}.` : `It has none.`;
      const message = `'${key}.${name}' is no ${key.slice(0, -1)} that the app declares.`;
      return fault(message, meant ? `Did you mean '${meant}'?` : listed);
    });
}

async function putItem(
  { endpoint, region }: LocalPlaces,
  table: string,
  item: object,
): Promise<readonly Problem[]> {
  const { encodeItem } = await import('@tankard/framework/testing');
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.PutItem',
      ...ownSignature('dynamodb', region),
    },
    body: JSON.stringify({ TableName: table, Item: encodeItem(item) }),
  });
  const answer = await response.text();
  return response.ok
    ? []
    : [fault(`An item cannot be put into ${table}: ${answer}`, `The item is ${JSON.stringify(item)}.`)];
}

async function putObject(
  { endpoint, region }: LocalPlaces,
  path: string,
  object: SeedObject,
  project: string,
): Promise<readonly Problem[]> {
  const body =
    typeof object === 'string'
      ? object
      : await readFile(resolve(project, object.file)).catch(() => undefined);
  if (body === undefined)
    return [fault(`The file of ${path} is not there.`, 'Give its path below the project.')];
  const url = `${endpoint}/${path.split('/').map(encodeURIComponent).join('/')}`;
  const response = await fetch(url, { method: 'PUT', headers: ownSignature('s3', region), body });
  return response.ok ? [] : [fault(`${path} cannot be put: ${await response.text()}`, 'Mend it there.')];
}
