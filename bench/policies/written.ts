import { readFileSync } from 'node:fs';

/** `dynamodb:PutItem, dynamodb:Query on Orders if …` as its actions. */
export const actionsIn = (statements: readonly string[]): ReadonlySet<string> =>
  new Set(statements.flatMap((statement) => (statement.split(' on ')[0] ?? '').split(', ')));

/** The actions that the comments above all handlers of a file name. */
export function writtenIn(file: string): ReadonlySet<string> {
  const lines = readFileSync(file, 'utf8').matchAll(/^ +\* - (.+)$/gm);
  return actionsIn([...lines].map(([, statement = '']) => statement));
}
