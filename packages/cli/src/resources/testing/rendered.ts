import type { Models } from '../models.ts';
import type { Cfn } from '../template.ts';
import { templates } from '../templates.ts';

/** A model as its kind's template shows it, under the logical id `Thing`, with values left as they are. */
export function rendered<K extends keyof Models>(
  kind: K,
  model: Models[K],
  tags: Readonly<Record<string, string>> = {},
) {
  const context = {
    id: 'Thing',
    idOf: (id: string) => `Id of ${id}`,
    value: (value: unknown) => value as Cfn,
    tags,
  };
  return JSON.parse(JSON.stringify(templates[kind].render(model, context)));
}

/** What a kind's one resource has for properties. */
export function propertiesOf<K extends keyof Models>(kind: K, model: Models[K]) {
  return rendered(kind, model).Thing.Properties;
}
