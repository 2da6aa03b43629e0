import type { Kind } from '../resources/models.ts';
import type { Key, Made } from '../resources/reconciler.ts';
import type { NodeId } from '../resources/value.ts';

/** The version of the journal's lines. A reader refuses one that it does not know. */
export const JOURNAL_VERSION = 1;

/** One line of the journal. */
export type Line = HeadLine | BeginLine | EndLine | GoneLine | DeployLine;

/** The first line: whose journal this is. */
export interface HeadLine {
  readonly line: 'head';
  readonly version: typeof JOURNAL_VERSION;
  readonly app: string;
  readonly stage: string;
  readonly account: string;
  readonly region: string;
  /** A deploy has ended since the journal began: it holds everything that is there. */
  readonly complete: boolean;
  /** Written where a lock was broken, another one each time: the journal is no longer what its holder knows. */
  readonly fence?: string | undefined;
}

interface ResourceLine {
  /** The node that it stands for. */
  readonly id: NodeId;
  readonly kind: Kind;
  readonly key: Key;
}
interface PresentLine extends ResourceLine {
  /** What it is made after, and so is removed before. */
  readonly after: readonly NodeId[];
}

/** Something may be there from now on, or may be half changed. */
export interface BeginLine extends PresentLine {
  readonly line: 'begin';
}

/** It is there, as it should be. */
export interface EndLine extends PresentLine {
  readonly line: 'end';
  readonly made: Made;
  /** A hash of each property as it was left, by name: what differs later without our doing has drifted. */
  readonly left: Readonly<Record<string, string>>;
}

/** It is there no more, or no longer ours. */
export interface GoneLine extends ResourceLine {
  readonly line: 'gone';
}

/** A deploy began or ended. */
export interface DeployLine {
  readonly line: 'deploy';
  /** Counted from 1; one that found nothing to do has the number of the one before. */
  readonly number: number;
  /** ISO 8601. */
  readonly at: string;
  /** ARN of who ran it. */
  readonly caller: string;
  readonly outcome: 'begun' | 'done';
  /** Keys of the tags that it set, so that the next one may take them away. */
  readonly tags: readonly string[];
}
