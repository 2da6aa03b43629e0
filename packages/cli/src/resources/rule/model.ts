import type { JsonObject } from '@tankard/framework/manifest';
import type { Ref } from '../value.ts';

/** An EventBridge rule: by pattern, or classic by schedule. */
export interface RuleModel {
  readonly physicalName: string;
  readonly bus?: string | undefined;
  readonly pattern?: JsonObject | undefined;
  readonly schedule?: string | undefined;
  readonly function: Ref;
}
