import type { Named, SdkCall } from '../usage.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { type Facts, only } from '../values/fact.ts';
import { inputAt, inputKeys } from './input.ts';
import type { Operation } from './operations.ts';

/** Clients whose resources an app declares: what they name is followed as a resource, and not as a text. */
const declared = /^@aws-sdk\/client-(dynamodb|dynamodb-streams|kinesis|s3|sns|sqs)$/;

/** A key of KMS is no app's own, whatever it encrypts. */
const keyInputs = /^(SSEKMS|Kms)KeyId$/;

/** The texts and parameters that an input is given, by key: names and ARNs of what no app declares. */
export function namedInputs(evaluation: Evaluation, { client }: Operation, input: Facts): SdkCall['names'] {
  const keys = inputKeys(evaluation, input) ?? [];
  const others = declared.test(client) ? keys.filter((key) => keyInputs.test(key)) : keys;
  const entries = others.flatMap((key) => {
    const names = namesIn(listOr(evaluation, inputAt(evaluation, input, [key])));
    return names ? [[keyInputs.test(key) ? 'KeyId' : key, names] as const] : [];
  });
  const names = Object.fromEntries([...entries, ...deeperNames(evaluation, client, input)]);
  return Object.keys(names).length > 0 ? names : undefined;
}

type Entry = readonly [string, readonly Named[]];

/** What stands deeper in an input, or is taken where nothing is given. */
function deeperNames(evaluation: Evaluation, client: string, input: Facts): readonly Entry[] {
  const entry = (key: string, names: readonly Named[] | undefined): readonly Entry[] =>
    names ? [[key, names]] : [];
  switch (client) {
    case '@aws-sdk/client-eventbridge':
      return entry('EventBusName', busesOf(evaluation, inputAt(evaluation, input, ['Entries', '[]'])));
    case '@aws-sdk/client-scheduler': {
      const role = namesIn(inputAt(evaluation, input, ['Target', 'RoleArn']));
      const hasGroup = inputKeys(evaluation, input)?.includes('GroupName') ?? true;
      return [...entry('RoleArn', role), ...(hasGroup ? [] : entry('GroupName', [{ literal: 'default' }]))];
    }
    default:
      return [];
  }
}

/** An entry without a bus goes to the default one. */
function busesOf(evaluation: Evaluation, entries: Facts): readonly Named[] | undefined {
  if (entries.open || entries.known.length === 0) return undefined;
  const all = entries.known.map((entry) => {
    const keys = inputKeys(evaluation, only(entry));
    if (!keys?.includes('EventBusName')) return keys ? [{ literal: 'default' }] : undefined;
    return namesIn(inputAt(evaluation, only(entry), ['EventBusName']));
  });
  return all.includes(undefined) ? undefined : all.flatMap((names) => names ?? []);
}

/** `Names: ['a', 'b']` names each of its elements. */
function listOr(evaluation: Evaluation, facts: Facts): Facts {
  const isList = facts.known.some(
    (fact) => fact.is === 'list' || (fact.is === 'code' && fact.node.type === 'ArrayExpression'),
  );
  return isList ? inputAt(evaluation, facts, ['[]']) : facts;
}

/** Undefined where it may be something else besides. */
function namesIn({ known, open }: Facts): readonly Named[] | undefined {
  if (open || known.length === 0) return undefined;
  const names = known.flatMap((fact): readonly Named[] => {
    if (fact.is === 'text') return [{ literal: fact.text }];
    const isParameter = fact.is === 'attribute' && fact.resource.kind === 'parameter';
    return isParameter && 'name' in fact.resource ? [{ parameter: fact.resource.name }] : [];
  });
  return names.length === known.length ? names : undefined;
}
