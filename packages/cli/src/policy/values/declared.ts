import type { ResourceDeclaration } from '@tankard/framework/manifest';
import type { DeclaringCall } from '../../build/source/calls.ts';
import type { CodeFile } from '../code/code-file.ts';
import type { Evaluation } from './evaluation.ts';
import { type Facts, only, unknown } from './fact.ts';
import { isApp } from './property.ts';

/**
 * The resource that `app.table('Orders')` or `app.table.existing('orders')` stands for; undefined where the
 * receiver is known to be something else. What the app declared when it was loaded is what counts: a call that
 * the manifest does not know is no resource.
 */
export function declaredFacts(
  evaluation: Evaluation,
  file: CodeFile,
  declaring: DeclaringCall | undefined,
): Facts | undefined {
  if (declaring?.kind !== 'resource') return undefined;
  const receiver = evaluation.of(file, declaring.receiver);
  if (!receiver.open && !receiver.known.some(isApp)) return undefined;
  const found = evaluation.manifest.resources.filter(
    (resource) => resource.kind === declaring.method && isDeclaredBy(evaluation, file, declaring, resource),
  );
  const [resource] = found;
  if (!resource) return receiver.known.some(isApp) ? unknown : undefined;
  return only({ is: 'resource', resource: { kind: resource.kind, name: resource.name } });
}

function isDeclaredBy(
  evaluation: Evaluation,
  file: CodeFile,
  { call }: DeclaringCall,
  resource: ResourceDeclaration,
): boolean {
  const [argument] = call.arguments;
  const names = argument ? evaluation.of(file, argument).known : [];
  const texts = names.flatMap((fact) => (fact.is === 'text' ? [fact.text] : []));
  if (texts.length > 0)
    return texts.includes(resource.existing ?? resource.name) || texts.includes(resource.name);
  // A name that is put together: the place tells which resource the call declared.
  const place = file.placeOf(call);
  return resource.place?.file === place.file && resource.place.line === place.line;
}
