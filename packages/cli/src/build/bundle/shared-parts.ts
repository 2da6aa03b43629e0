/** Code of packages that is made once for many functions. */
export interface SharedPart {
  /** `sdk.js` lies beside the bundles, or in a layer; `tankard.js` stands at the head of each. */
  readonly file: 'sdk.js' | 'tankard.js';
  /** Imports that it answers. */
  readonly imports: RegExp;
}

/**
 * What is bundled apart. Bundled into each of many functions, the SDK would take minutes and the
 * framework, which every function has, most of the time that is left.
 */
export const sharedParts = [
  { file: 'sdk.js', imports: /^@(aws-sdk|smithy)\// },
  { file: 'tankard.js', imports: /^@tankard\/framework(\/|$)/ },
] as const satisfies readonly SharedPart[];

/** The part that answers an import. */
export function partOf(specifier: string): (typeof sharedParts)[number] | undefined {
  return sharedParts.find(({ imports }) => imports.test(specifier));
}
