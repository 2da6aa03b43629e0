import type { Piece, Site } from './file-model.ts';

/** A class at the top of a file, taken apart, so that only what its served methods reach is kept. */
export interface ClassModel {
  readonly members: readonly Member[];
  /** Of its constructor, in order. */
  readonly parameters: readonly Parameter[];
  /** The class that it extends, where that is a plain name. */
  readonly parent?: string | undefined;
  /** It has a decorated handler, and nothing but `app.use` takes instances of it, so that members may go. */
  prunable: boolean;
}

/** A constructor's parameter; without a name where it is a pattern or a rest, which are taken as read. */
export interface Parameter {
  readonly name: string | undefined;
  /** It is a property too, as with `private readonly`. */
  readonly isProperty: boolean;
}

/**
 * One part of a class. `handler`: a method that is registered by decorators. `method`, `field`,
 * `default` (a constructor parameter's default) and `assignment` (`this.x = …` in the constructor)
 * are kept where `name` is reached; `fixed` is always kept.
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

/** How a constructor's parameter is written among the names that `this` reads: no property can have such a name. */
export function parameterKey(name: string): string {
  return `(${name})`;
}

/** Every site of a class's decorators. */
export function decoratedHandlers(sites: readonly Site[]): readonly string[] {
  return sites.filter((site) => site.context === 'decorator').flatMap((site) => site.handlers);
}
