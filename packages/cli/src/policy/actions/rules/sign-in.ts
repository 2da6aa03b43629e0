import { needs, type Rules } from '../rule.ts';

/** A token in the input says who asks, and IAM is not asked. */
const nothing = needs();

/** https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html */
export const userPools: Rules = {
  CompleteWebAuthnRegistration: nothing,
  DeleteWebAuthnCredential: nothing,
  GetUserAuthFactors: nothing,
  ListWebAuthnCredentials: nothing,
  StartWebAuthnRegistration: nothing,
};

/** https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/welcome.html */
export const portal: Rules = {
  GetRoleCredentials: nothing,
  ListAccountRoles: nothing,
  ListAccounts: nothing,
  Logout: nothing,
};

/** https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/Welcome.html */
export const oidc: Rules = {
  CreateToken: nothing,
  RegisterClient: nothing,
  StartDeviceAuthorization: nothing,
};
