import type { Place } from '../errors.ts';
import type { AnyResource } from '../resources/any-resource.ts';
import { bucketDeclaration } from '../resources/bucket.ts';
import { parameterDeclaration } from '../resources/parameter.ts';
import { queueDeclaration } from '../resources/queue.ts';
import { type Declared, nameIn } from '../resources/resource.ts';
import { secretDeclaration } from '../resources/secret.ts';
import { streamDeclaration } from '../resources/stream.ts';
import { tableDeclaration } from '../resources/table.ts';
import { topicDeclaration } from '../resources/topic.ts';
import type { Refer } from '../sources/refer.ts';
import type { ResourceDeclaration, ResourceKind } from './types.ts';

/** The manifest's resources: those that were declared, and existing ones that a handler named. */
export class ResourceList {
  readonly #declarations: ResourceDeclaration[] = [];

  constructor(handles: readonly AnyResource[]) {
    for (const handle of handles) this.#add(declarationOf(handle));
  }

  get declarations(): readonly ResourceDeclaration[] {
    return this.#declarations;
  }

  /** Refers to resources from a place: that of an existing one which only its name or ARN tells. */
  referFrom(place: Place | undefined): Refer {
    return (kind, target) => {
      if (typeof target !== 'string') return { kind, name: target.id };
      const name = nameIn(target);
      this.#add(existing(kind, name, { options: undefined, existing: target, place }));
      return { kind, name };
    };
  }

  /** The same existing resource may be named more than once; it is one. */
  #add(declaration: ResourceDeclaration): void {
    const again = this.#declarations.some(
      ({ kind, name, existing }) =>
        kind === declaration.kind &&
        name === declaration.name &&
        existing &&
        existing === declaration.existing,
    );
    if (!again) this.#declarations.push(declaration);
  }
}

function declarationOf(handle: AnyResource): ResourceDeclaration {
  switch (handle.kind) {
    case 'table':
      return tableDeclaration(handle);
    case 'bucket':
      return bucketDeclaration(handle);
    case 'queue':
      return queueDeclaration(handle);
    case 'topic':
      return topicDeclaration(handle);
    case 'stream':
      return streamDeclaration(handle);
    case 'parameter':
      return parameterDeclaration(handle);
    case 'secret':
      return secretDeclaration(handle);
  }
}

function existing(kind: ResourceKind, name: string, declared: Declared<undefined>): ResourceDeclaration {
  switch (kind) {
    case 'table':
      return tableDeclaration({ id: name, declared });
    case 'queue':
      return queueDeclaration({ id: name, declared });
    case 'topic':
      return topicDeclaration({ id: name, declared });
    case 'stream':
      return streamDeclaration({ id: name, declared });
    default:
      return { kind, name, place: declared.place, existing: declared.existing };
  }
}
