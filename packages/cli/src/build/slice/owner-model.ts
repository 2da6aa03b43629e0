import type { Node } from 'oxc-parser';
import type { Piece, Site } from './file-model.ts';

/** A class or an object literal, taken apart, so that only those of its members are kept that something reads. */
export interface Owner {
  readonly kind: 'class' | 'object';
  /** The class, or the literal. */
  readonly node: Node;
  /** What people call it. */
  readonly name: string;
  readonly start: number;
  readonly members: readonly Member[];
  /** Of a class's constructor, in order. */
  readonly parameters: readonly Parameter[];
  /** The expression that a class extends. */
  readonly base?: Node | undefined;
  /** Shared with the classes that it extends and that extend it: what is read of one may be another's. */
  family: Family;
}

/** Classes that extend each other, or an object literal by itself. */
export interface Family {
  readonly owners: Owner[];
  /** Why members may be reached in a way that cannot be seen, so that all of them stay. */
  whole?: string | undefined;
}

/** A constructor's parameter; without a name where it is a pattern or a rest, which are taken as read. */
export interface Parameter {
  readonly name: string | undefined;
  /** It is a property too, as with `private readonly`. */
  readonly isProperty: boolean;
}

/**
 * One part of an owner. `handler`: a method that is registered by decorators. `method`, `field`,
 * `default` (a constructor parameter's default) and `assignment` (`this.x = …` in the constructor)
 * are kept where `name` is read; `fixed` is always kept.
 */
export interface Member extends Piece {
  readonly kind: 'handler' | 'method' | 'field' | 'default' | 'assignment' | 'fixed';
  /** With `#` for a private one. */
  readonly name: string;
  /** The constructor's parameter that a default belongs to; also reached by name inside the constructor. */
  readonly parameter?: string | undefined;
  readonly decorators: readonly DecoratorPiece[];
  /** What goes where the member does. */
  readonly cut: { readonly start: number; readonly end: number; readonly with: '' | ';' };
}

/** A decorator that registers the method below it. */
export interface DecoratorPiece extends Piece {
  readonly handlers: readonly string[];
}

/** Every site of a class's decorators. */
export function decoratedHandlers(sites: readonly Site[]): readonly string[] {
  return sites.filter((site) => site.context === 'decorator').flatMap((site) => site.handlers);
}
