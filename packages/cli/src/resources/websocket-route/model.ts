import type { AuthorizationModel } from '../authorizer.ts';
import type { NodeId, Ref } from '../value.ts';

export interface WebsocketRouteModel {
  readonly api: Ref;
  /** `$connect`, `$disconnect`, `$default`, or what the selection finds in a message. */
  readonly key: string;
  readonly integration: Ref;
  /** The function behind the integration, for readers that need no API. */
  readonly function: NodeId;
  /** What the function returns goes back to whoever sent the message. */
  readonly reply: boolean;
  /** Of `$connect` alone. Absent: everybody may connect. */
  readonly authorization?: AuthorizationModel<'CUSTOM'> | undefined;
}
