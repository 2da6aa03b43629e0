/** What an operation needs where that is not the one action of its own name. */
export interface Rule {
  /** Always needed; IAM's full names. */
  readonly needs: readonly string[];
  /** Needed beside where the call gives this input. */
  readonly with?: Readonly<Record<string, readonly string[]>> | undefined;
  /** What a single part needs, in the place of `needs`; see `SdkCall.part`. */
  readonly parts?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** The rules of one client, by operation. */
export type Rules = Readonly<Record<string, Rule>>;

/** An operation that needs these actions and no others. */
export const needs = (...actions: readonly string[]): Rule => ({ needs: actions });
