import type { LogLevel } from '@tankard/framework/config';

/** What is needed to run a function here. */
export interface LocalFunction {
  /** The handler's name, or `api`. */
  readonly name: string;
  /** As it would be called in AWS. */
  readonly physicalName: string;
  readonly arn: string;
  /** The unpacked code. */
  readonly folder: string;
  /** `index.handler`. */
  readonly handler: string;
  readonly runtime: string;
  readonly architecture: 'arm64' | 'x86_64';
  /** MB. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
  /** Its own variables and those of the endpoint; nothing of the user's shell. */
  readonly environment: Readonly<Record<string, string>>;
  /** Processes at once. */
  readonly concurrency?: number | undefined;
  readonly logGroup: string;
  readonly logLevel: LogLevel;
}

/** A function as a process is started for it, maybe ahead of its code. */
export interface RunnableFunction extends Omit<LocalFunction, 'folder'> {
  readonly folder?: string | undefined;
}
