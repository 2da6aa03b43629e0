import type { KeptOutputs } from './kept-outputs.ts';

/** One function as it will stand in Lambda, before it is zipped. */
export interface BuiltFunction {
  readonly function: string;
  /** `index.handler`. */
  readonly handler: string;
  readonly format: 'cjs' | 'esm';
  /** In the order of their names. */
  readonly entries: readonly ZipEntry[];
  /** The source map of the function's own code, as JSON with sources relative to the project. */
  readonly map: string;
  /** Bytes of all entries. */
  readonly bytes: number;
  /** Of the names, modes and contents of the entries; the same on every machine. */
  readonly digest: string;
}

/** What a build made of an app. */
export interface BuiltApp {
  readonly functions: readonly BuiltFunction[];
  /** With `sdk: 'layer'`, where a function imports the SDK. */
  readonly layer?: BuiltLayer | undefined;
  /** Absolute paths of the packages' files that it was made of; absent where files were copied, too: assets, external packages. */
  readonly packageFiles?: readonly string[] | undefined;
  /** For the next time. */
  readonly outputs?: KeptOutputs | undefined;
}

/** The AWS SDK for several functions. */
export interface BuiltLayer {
  readonly entries: readonly ZipEntry[];
  /** Bytes of all entries. */
  readonly bytes: number;
  /** Of the names, modes and contents of the entries; the same on every machine. */
  readonly digest: string;
  /** Names of the functions that import it. */
  readonly functions: ReadonlySet<string>;
}

/** One file of a zip. */
export interface ZipEntry {
  /** Path below the zip's root, with `/`. */
  readonly name: string;
  readonly content: Uint8Array;
  /** Permissions, such as 0o644. */
  readonly mode: number;
}
