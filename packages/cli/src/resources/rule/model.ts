import type { Ref, Value } from '../value.ts';

/** An EventBridge rule: by pattern, or classic by schedule. */
export interface RuleModel {
  readonly physicalName: string;
  readonly bus?: string | undefined;
  readonly pattern?: Value | undefined;
  readonly schedule?: string | undefined;
  readonly function: Ref;
}
