/** A value that stands in an event and is neither object nor list. */
export type Leaf = string | number | boolean | null;

/** One value of an event, and the elements of lists that it lies in. */
export interface EventField {
  readonly value: Leaf;
  /** The index of the element by the list's number. */
  readonly within: ReadonlyMap<number, number>;
}

/**
 * The values of an event by path, steps joined with dots. Lists have no step of their own: what an element holds counts as held by
 * the field itself. So EventBridge reads events: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns-arrays.html
 */
export function eventFields(event: object): ReadonlyMap<string, readonly EventField[]> {
  const fields = new Map<string, EventField[]>();
  let lists = 0;

  function add(value: unknown, path: string, within: ReadonlyMap<number, number>): void {
    if (Array.isArray(value)) {
      const list = lists++;
      value.forEach((element, index) => {
        const isLeaf = typeof element !== 'object' || element === null;
        add(element, path, isLeaf ? within : new Map([...within, [list, index]]));
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [step, inner] of Object.entries(value)) add(inner, path ? `${path}.${step}` : step, within);
    } else {
      const field = { value: value as Leaf, within };
      const known = fields.get(path);
      if (known) known.push(field);
      else fields.set(path, [field]);
    }
  }

  add(event, '', new Map());
  return fields;
}
