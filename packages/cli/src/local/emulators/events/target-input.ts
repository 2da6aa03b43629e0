import type { BusEvent } from './bus-event.ts';
import { jsonPath } from './json-path.ts';
import type { RuleTarget } from './rule.ts';

/** What the templates of a rule's targets can name besides the event. */
export interface RuleFacts {
  readonly name: string;
  readonly arn: string;
  /** When the event came in, ISO 8601. */
  readonly ingested: string;
}

/** What a target gets of an event, as text. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html */
export function targetInput(target: RuleTarget, event: BusEvent, rule: RuleFacts): string {
  if (target.Input !== undefined) return target.Input;
  if (target.InputPath !== undefined) return JSON.stringify(jsonPath(event, target.InputPath) ?? null);
  if (!target.InputTransformer) return JSON.stringify(event);
  const { InputPathsMap = {}, InputTemplate } = target.InputTransformer;
  const { detail: _, ...withoutDetail } = event;
  const paths = Object.entries(InputPathsMap).map(([name, path]) => [name, jsonPath(event, path)] as const);
  const variables = new Map<string, unknown>([
    ...paths,
    ['aws.events.rule-arn', rule.arn],
    ['aws.events.rule-name', rule.name],
    ['aws.events.event.ingestion-time', rule.ingested],
    ['aws.events.event', withoutDetail],
    ['aws.events.event.json', event],
  ]);
  return filled(InputTemplate, variables);
}

/**
 * A template with its variables filled in: as JSON where they stand for a value, as bare text inside of a text. A path that leads
 * nowhere leaves nothing in a text; `null` stands for it as a value, so that the whole stays JSON.
 */
function filled(template: string, variables: ReadonlyMap<string, unknown>): string {
  let inText = false;
  return template.replace(/\\.|"|<([\w.-]+)>/gs, (token, name?: string) => {
    if (token === '"') inText = !inText;
    if (name === undefined || !variables.has(name)) return token;
    const value = variables.get(name);
    if (!inText) return JSON.stringify(value ?? null);
    if (value === undefined) return '';
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return JSON.stringify(text).slice(1, -1);
  });
}
