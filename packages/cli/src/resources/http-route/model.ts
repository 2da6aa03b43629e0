import type { AuthorizationModel } from '../authorizer.ts';
import type { NodeId, Ref } from '../value.ts';

export interface HttpRouteModel {
  readonly api: Ref;
  /** `GET /users/{id}`, `ANY /x`, `$default`. */
  readonly key: string;
  readonly integration: Ref;
  /** The function behind the integration, for readers that need no API. */
  readonly function: NodeId;
  /** Absent: everybody may call it. */
  readonly authorization?: AuthorizationModel<'JWT'> | undefined;
}
