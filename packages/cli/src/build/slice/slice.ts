import type { Place } from '@tankard/framework/manifest';
import type { SourceFile } from '../load/loaded.ts';

/** What is left of the project's own source for one function. */
export interface Slice {
  readonly function: string;
  /** By absolute path; files that nothing reaches are absent, packages are never here. */
  readonly files: ReadonlyMap<string, SlicedFile>;
  /** What stays because it can't be decided whether the function needs it. */
  readonly whole: readonly Whole[];
}

/** A registration, or a class or an object literal, that stays as a whole. */
export interface Whole {
  readonly place: Place;
  /** The name of the class or of what holds the object; absent for a registration. */
  readonly owner?: string | undefined;
  readonly why: string;
}

/** One object for all functions of an app that keep the same of a file. */
export interface SlicedFile extends SourceFile {
  /** Ranges of `source`, ascending and apart, that go. */
  readonly cuts: readonly Cut[];
}

export interface Cut {
  readonly start: number;
  readonly end: number;
  /**
   * What stands there instead: `;` for statements and class members, so that the lines around stay
   * apart, `0` for a value that nothing reads, `...0` for a property of which the value is the name.
   */
  readonly with: '' | ';' | '0' | '...0';
}
