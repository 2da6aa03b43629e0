import type { SdkCall } from '../usage.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Fact, Facts } from '../values/fact.ts';
import { inputAt } from './input.ts';
import type { Operation } from './operations.ts';

/** Whom a mail is from, where the code shows exactly one sender. */
export function senderOf(evaluation: Evaluation, { client }: Operation, input: Facts): SdkCall['from'] {
  if (client !== '@aws-sdk/client-ses' && client !== '@aws-sdk/client-sesv2') return undefined;
  const key = client === '@aws-sdk/client-ses' ? 'Source' : 'FromEmailAddress';
  const { known, open } = inputAt(evaluation, input, [key]);
  const [fact, ...more] = known;
  return fact && !open && more.length === 0 ? senderIn(evaluation, fact) : undefined;
}

function senderIn(evaluation: Evaluation, fact: Fact): SdkCall['from'] {
  if (fact.is === 'text') return { literal: addressIn(fact.text) };
  if (fact.is === 'attribute' && fact.resource.kind === 'parameter') return { parameter: fact.resource.name };
  if (fact.is !== 'code' || fact.node.type !== 'TemplateLiteral') return undefined;
  // `Group mailer <${sender.value}>`: the condition compares what is between the brackets.
  const last = fact.node.expressions.at(-1);
  const before = fact.node.quasis.at(-2)?.value.cooked;
  const after = fact.node.quasis.at(-1)?.value.cooked;
  if (!last || !before?.endsWith('<') || after !== '>') return undefined;
  const { known, open } = evaluation.of(fact.file, last);
  const [inner, ...more] = known;
  return inner && !open && more.length === 0 ? senderIn(evaluation, inner) : undefined;
}

const addressIn = (text: string): string => /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text;
