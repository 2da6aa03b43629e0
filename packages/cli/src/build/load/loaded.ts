import type { Manifest } from '@tankard/framework/manifest';

/** An app that was run to see what it declares, with the project's own source that it reaches. */
export interface LoadedApp {
  /** Absolute path of the project's folder. */
  readonly project: string;
  /** Absolute path of the file that exports the app. */
  readonly entry: string;
  /** The name under which the entry exports the app: `app`, `default`, or another. */
  readonly exportName: string;
  readonly manifest: Manifest;
  /** The project's own code files that the app reaches, by absolute path. */
  readonly sources: ReadonlyMap<string, SourceFile>;
  /** What its files import that is not the project's own: `@aws-sdk/client-s3`, `node:fs`. */
  readonly packages: readonly string[];
}

/** One of the project's own code files. */
export interface SourceFile {
  readonly path: string;
  readonly source: string;
  /**
   * The project's files that this one imports at run time: absolute path by what the import says.
   * Imports of types only and of packages are absent.
   */
  readonly imports: ReadonlyMap<string, string>;
  /** The same for `import('./x.ts')` and `require`, which run their file when they are reached. */
  readonly lazyImports: ReadonlyMap<string, string>;
}
