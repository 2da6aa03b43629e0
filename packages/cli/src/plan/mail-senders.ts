import type { Place } from '@tankard/framework/manifest';
import type { Graph } from '../graph/node.ts';
import type { Statement } from '../resources/role/statement.ts';
import type { Value } from '../resources/value.ts';

/** An address that the app sends mail from. */
export interface MailSender {
  readonly address: string;
  /** The call that sends. */
  readonly place?: Place | undefined;
}

/**
 * Whom the app's mails are from, as the derived permissions hold it to; nothing where it sends none, or where
 * its senders are not known.
 *
 * @param parameters a value for each of the graph's parameters.
 */
export function mailSenders(
  { nodes }: Pick<Graph, 'nodes'>,
  parameters: Readonly<Record<string, string>>,
): readonly MailSender[] {
  const found = new Map<string, MailSender>();
  for (const node of nodes.values()) {
    if (node.kind !== 'role' && node.kind !== 'policy') continue;
    for (const statement of node.model.statements) {
      const place = statement.because.find((reason) => reason.place)?.place;
      for (const value of fromAddresses(statement)) {
        const address = textOf(value, parameters);
        // Where a call does not show its sender, each parameter of the function may be it.
        if (address?.includes('@') && !found.has(address)) found.set(address, { address, place });
      }
    }
  }
  return [...found.values()];
}

function fromAddresses({ conditions = {} }: Statement): readonly Value[] {
  return Object.values(conditions).flatMap((condition) => condition['ses:FromAddress'] ?? []);
}

function textOf(value: Value, parameters: Readonly<Record<string, string>>): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || !('$parameter' in value)) return undefined;
  return parameters[(value as { readonly $parameter: string }).$parameter];
}
