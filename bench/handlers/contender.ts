/** Who writes a handler of the same work. */
export interface Contender {
  readonly name: string;
  /** The module that exports `handler`, or, for Tankard, the app. */
  source(routes: number): string;
  /** Bundled by the command as it is for Lambda; the others by esbuild, with the options that the command uses. */
  readonly byTankard?: true;
  /** It needs API Gateway to say which route was called, and can't stand behind `$default`. */
  readonly byKey?: true;
}
