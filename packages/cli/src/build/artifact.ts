/** What the build made for one function. */
export interface FunctionArtifact {
  readonly function: string;
  /** File name below the output folder: `<function>.zip`. */
  readonly zip: string;
  /** `index.handler`. */
  readonly handler: string;
  readonly format: 'cjs' | 'esm';
  /** Bytes of the zip, and of what is in it. */
  readonly zipBytes: number;
  readonly bytes: number;
  /** Of the names and contents of what is in the zip; the same on every machine. */
  readonly digest: string;
}
