/** Code that several functions share. */
export interface LayerModel {
  readonly physicalName: string;
  readonly zip: string;
  readonly digest: string;
  readonly architecture: 'arm64' | 'x86_64';
}
