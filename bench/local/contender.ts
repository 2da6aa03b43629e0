/** A local server of the same app: `GET /hello/{name}` answers `{"message":"Hello, NAME!"}`. */
export interface Contender {
  /** With its version. */
  readonly name: string;
  /** The folder below `apps/` that is copied for each run. */
  readonly app: string;
  /** What somebody saves: the file of the app that holds the greeting. */
  readonly file: string;
  /** Writes the rest of the app into its copy. */
  readonly complete?: ((folder: string) => void) | undefined;
  /** The `node_modules` that the app resolves its packages in. */
  readonly packages?: string | undefined;
  command(port: number): readonly [program: string, ...rest: readonly string[]];
}
