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

/** What has to be known of the layer that holds the AWS SDK for several functions. */
export interface LayerCode {
  /** File name below the output folder: {@link LAYER_ZIP}. */
  readonly zip: string;
  /** Of the names and contents of what is in the zip; the same on every machine. */
  readonly digest: string;
  /** Names of the functions that import it. */
  readonly functions: ReadonlySet<string>;
}

/** The layer's zip. A handler's name can't hold a dot, so no function has this one. */
export const LAYER_ZIP = 'sdk.layer.zip';

/** The zip's file name of a function. */
export const zipName = (functionName: string): string => `${functionName}.zip`;
