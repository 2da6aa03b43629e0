import { type Authorizer, makeAuthorizer } from './authorizer.ts';
import type { IamAuth } from './found.ts';

/**
 * Lets in who signs requests with credentials of AWS that may `execute-api:Invoke` the route.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control-iam.html
 */
export function iamAuthorizer(): Authorizer<IamAuth> {
  return makeAuthorizer({ kind: 'iam' });
}
