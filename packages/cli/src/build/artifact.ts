/** What has to be known of a function's code to say how Lambda gets it. */
export interface FunctionCode {
  readonly function: string;
  /** File name below the output folder: `<function>.zip`. */
  readonly zip: string;
  /** `index.handler`. */
  readonly handler: string;
  /** Of the names and contents of what is in the zip; the same on every machine. */
  readonly digest: string;
}

/** What the build wrote for one function. */
export interface FunctionArtifact extends FunctionCode {
  readonly format: 'cjs' | 'esm';
  /** Bytes of the zip, and of what is in it. */
  readonly zipBytes: number;
  readonly bytes: number;
}

/** The zip's file name of a function. */
export const zipName = (functionName: string): string => `${functionName}.zip`;
