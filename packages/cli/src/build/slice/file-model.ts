import type { Node, Program } from 'oxc-parser';
import type { ConstructorArgument } from './construction.ts';
import type { Family, Owner } from './owner-model.ts';
import type { ModuleScope } from './scopes.ts';
import type { Cut } from './slice.ts';

/** A module-level name that code uses; `member` where only that property of it is read. */
export interface NameUse {
  readonly name: string;
  readonly member?: string | undefined;
  /** Only a type is meant: an import of a package is kept for who reads the code, and nothing else. */
  readonly isType?: boolean | undefined;
}

/** A stretch of code that is kept or goes as one, with what it needs. Children lie inside and are judged apart. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly uses: NameUse[];
  /** Members of classes and object literals that it reads. */
  readonly reads: Read[];
  /** Parameters of the constructor around it that it reads. */
  readonly parameterUses: Set<string>;
  /** Classes and object literals inside of it, outside of its children. */
  readonly owners: Owner[];
  /** In the order of the source. */
  readonly children: Piece[];
}

/** A member that code reads of an object that it was followed to. */
export interface Read {
  readonly family: Family;
  readonly name: string;
}

/** Where a handler is registered. */
export interface Site {
  readonly start: number;
  readonly line: number;
  /** Names of the manifest's handlers that this call registers. */
  readonly handlers: readonly string[];
  /** How the call is reached; only `once` and `decorator` are known to run exactly once. */
  readonly context: SiteContext;
}
export type SiteContext = 'once' | 'decorator' | 'function' | 'loop' | 'condition';

/**
 * When a unit is kept beside being reached by name: `never` more, `always` for its effect, where a
 * handler is `served`, where one of the handlers is that it is `about`, or where the class that a `use` statement names has one.
 */
export type Keep = 'never' | 'always' | 'served' | 'about' | 'use';

/** A declaration or statement at the top of a file. */
export interface Unit extends Piece {
  readonly node: Node;
  readonly binds: readonly string[];
  readonly sites: readonly Site[];
  readonly class?: Owner | undefined;
  readonly arguments: readonly ConstructorArgument[];
  /** Running it has no effect beyond the names that it binds. */
  readonly pure: boolean;
  keep: Keep;
}

export interface ImportBinding {
  readonly source: string;
  /** The project's file; absent for a package. */
  readonly target?: string | undefined;
  /** `default`, `*`, or the name. */
  readonly imported: string;
}

/** An export that leads to a name of this file, or to a name of another. */
export type ExportBinding =
  | { readonly local: string }
  | { readonly target: string | undefined; readonly imported: string };

/** One statement at the top of a file, as far as cutting is concerned. */
export type Statement =
  | { readonly kind: 'units'; readonly node: Node; readonly units: readonly Unit[] }
  | {
      readonly kind: 'imports';
      readonly node: Extract<Node, { type: 'ImportDeclaration' }>;
      readonly target?: string | undefined;
    }
  | {
      readonly kind: 'exports';
      readonly node: Extract<Node, { type: 'ExportNamedDeclaration' }>;
      readonly target?: string | undefined;
    }
  | {
      readonly kind: 'star';
      readonly node: Extract<Node, { type: 'ExportAllDeclaration' }>;
      readonly target?: string | undefined;
    }
  | { readonly kind: 'types'; readonly node: Node };

/** What one file of the project consists of. */
export interface FileModel {
  readonly path: string;
  /** Relative to the project. */
  readonly name: string;
  readonly source: string;
  readonly program: Program;
  readonly scope: ModuleScope;
  /** Every `this`, `super.name` and `x.#name`. */
  readonly inside: readonly Node[];
  readonly statements: readonly Statement[];
  readonly units: readonly Unit[];
  readonly unitOf: ReadonlyMap<string, Unit>;
  /** What no function reads of what it keeps: the authorizers that routes name. */
  readonly unread: readonly Cut[];
  /** Names that types use; types stay, and with them what a reader needs to know of packages. */
  readonly typeNames: readonly string[];
  readonly imports: ReadonlyMap<string, ImportBinding>;
  readonly exports: ReadonlyMap<string, ExportBinding>;
  /** Files whose every export this one passes on; `undefined` for a package. */
  readonly stars: readonly (string | undefined)[];
  /** It imports a package for its effect alone: `import 'reflect-metadata'`. */
  readonly runsPackage: boolean;
  lineOf(offset: number): number;
  /** Files of the project that run when this one does. */
  readonly targets: readonly string[];
}
