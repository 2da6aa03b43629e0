import type { Problem } from '@tankard/framework/manifest';
import type { Style } from './style.ts';

/** What a command has to say when it is done. */
export interface Outcome {
  /** The result as data; `--json` prints it beside `ok` and `problems`. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The result as text for stdout; no text where it is empty. */
  text(style: Style): string;
  /** Warnings, and errors that did not stop the command. */
  readonly problems: readonly Problem[];
}
