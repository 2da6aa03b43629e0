import type { Manifest, Problem } from '@tankard/framework/manifest';

/** What the child process tells of the app that it ran: the only message that it sends. */
export type Report =
  | { readonly kind: 'described'; readonly exportName: string; readonly manifest: Manifest }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'exports'; readonly apps: readonly string[] }
  | { readonly kind: 'threw'; readonly failure: Failure };

/** An error that the app's own code threw, with the bundle's places in its stack. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  /** Node's code, such as `ERR_MODULE_NOT_FOUND`. */
  readonly code?: string | undefined;
  readonly stack: string;
}
