/**
 * Code that several functions share. A version never changes: other code is another version.
 *
 * https://docs.aws.amazon.com/lambda/latest/api/API_PublishLayerVersion.html
 */
export interface LayerModel {
  readonly physicalName: string;
  /** Whose it is and what is in it, as `layerDescription` says it. */
  readonly description: string;
  /** The zip's file name below the output folder, and the digest of what is in it. */
  readonly zip: string;
  readonly digest: string;
  readonly architectures: readonly ('arm64' | 'x86_64')[];
}
