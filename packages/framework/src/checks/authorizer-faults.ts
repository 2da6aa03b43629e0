import type { AuthorizerDeclaration } from '../manifest/types.ts';
import { splitAtPlaceholders } from '../resources/placeholder.ts';
import { boundFaults } from './bounds.ts';

/** What is wrong with one authorizer, and how to mend it. */
export interface AuthorizerFault {
  readonly fault: string;
  readonly remedy: string;
}

/** Characters that API Gateway takes; ours adds the stage's to none of them. */
const NAME = /^[\w-]{1,128}$/;
const IDENTITY = /^(?:header\.[\w!#$%&'*+.^`|~-]+|query\.[^\s,]+|route)$/;
const USER_POOL = /^arn:[\w-]+:cognito-idp:[\w-]+:\d{12}:userpool\/[\w-]+$/;
const FUNCTION = /^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:[\w:$-]+$/;

/**
 * What API Gateway would refuse of an authorizer, or never let anybody in by.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html
 */
export function authorizerFaults(authorizer: AuthorizerDeclaration): readonly AuthorizerFault[] {
  const { kind, name } = authorizer;
  const named = kind === 'function' || NAME.test(name) ? [] : [nameFault(name)];
  switch (kind) {
    case 'function':
      return [...functionFaults(authorizer)];
    case 'jwt':
      return [...named, ...identityFaults([authorizer.identity]), ...jwtFaults(authorizer)];
    case 'cognito':
      return [...named, ...identityFaults([authorizer.identity]), ...poolFaults(authorizer)];
    case 'iam':
      return [];
  }
}

type OfKind<K extends AuthorizerDeclaration['kind']> = Extract<AuthorizerDeclaration, { kind: K }>;

function nameFault(name: string): AuthorizerFault {
  return {
    fault: `API Gateway can't call an authorizer '${name}'.`,
    remedy: "Use letters, digits, '-' and '_', 128 at most.",
  };
}

function functionFaults(authorizer: OfKind<'function'>): readonly AuthorizerFault[] {
  const { event, identity, ttl, function: called } = authorizer;
  const faults = [
    ...boundFaults([{ option: 'ttl', value: ttl, least: 0, most: 3600 }]).map(({ fault, remedy }) => ({
      fault: `${fault}.`,
      remedy,
    })),
    ...identityFaults(identity),
  ];
  if (ttl > 0 && identity.length === 0) {
    faults.push({
      fault: 'An answer is to be remembered, and nothing tells by what.',
      remedy: "Name an identity such as 'header.Authorization', or set ttl: 0.",
    });
  }
  if (event === 'token' && (identity.length !== 1 || !identity[0]?.startsWith('header.'))) {
    faults.push({
      fault: 'A function that is sent the token alone has one header as its identity.',
      remedy: "Write identity: ['header.Authorization'], or event: 'request'.",
    });
  }
  const callable =
    'handler' in called ? called.handler !== '' : isOpen(called.arn) || FUNCTION.test(called.arn);
  if (!callable) {
    faults.push({
      fault: `What is to be asked is no function${'arn' in called ? `: '${called.arn}'` : ' of this app'}.`,
      remedy: "Give it the function's ARN, or what app.lambda returned.",
    });
  }
  return faults;
}

function jwtFaults({ issuer, audience }: OfKind<'jwt'>): readonly AuthorizerFault[] {
  const faults: AuthorizerFault[] = [];
  if (typeof issuer !== 'string' || !(isOpen(issuer) || /^https:\/\/[^\s?#]+$/.test(issuer))) {
    faults.push({
      fault: `The issuer '${issuer}' is no address that API Gateway reads keys below.`,
      remedy: 'Write the iss of its tokens, which begins with https://.',
    });
  }
  if (!isListOfText(audience) || audience.length === 0) {
    faults.push({
      fault: 'The audience is no list of texts, or an empty one.',
      remedy: "Write whom the tokens are issued for: audience: ['shop'].",
    });
  }
  return faults;
}

function poolFaults({ userPools, clients }: OfKind<'cognito'>): readonly AuthorizerFault[] {
  const faults: AuthorizerFault[] = [];
  if (!isListOfText(userPools) || userPools.length === 0) {
    faults.push({
      fault: `userPools should be a list of ARNs, received: ${String(userPools)}.`,
      remedy: "Write userPools: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc'].",
    });
  } else {
    const wrong = userPools.find((arn) => !(isOpen(arn) || USER_POOL.test(arn)));
    if (wrong !== undefined) {
      faults.push({
        fault: `'${wrong}' is no ARN of a user pool.`,
        remedy: "Such an ARN reads 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc'.",
      });
    }
  }
  if (!isListOfText(clients)) {
    faults.push({ fault: 'The clients are no list of texts.', remedy: 'Write their ids in a list.' });
  }
  return faults;
}

function identityFaults(identity: readonly string[]): readonly AuthorizerFault[] {
  const wrong = identity.filter((one) => !IDENTITY.test(one));
  return wrong.map((one) => ({
    fault: `'${one}' is nothing that a request could be known by.`,
    remedy: "Write 'header.NAME', 'query.NAME' or 'route'.",
  }));
}

function isListOfText(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** What is made of a value that only a deployment knows. */
function isOpen(text: string): boolean {
  return splitAtPlaceholders(text).some((piece) => typeof piece !== 'string');
}
