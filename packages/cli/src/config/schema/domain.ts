import type { DomainConfig } from '@tankard/framework/config';
import { fields } from './containers.ts';
import type { Fault, KeyPath } from './fault.ts';
import { choice, ofType, type Rule } from './rules.ts';

const matching = (expected: string, pattern: RegExp) =>
  ofType(expected, (value) => typeof value === 'string' && pattern.test(value));

const rule = fields<DomainConfig>({
  name: matching(
    "a name such as 'api.example.com', in small letters",
    /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
  ),
  certificate: matching(
    "a certificate's ARN, arn:aws:acm:…:certificate/…",
    /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/,
  ),
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html
  basePath: matching(
    "a path such as 'orders' or 'v1/orders', without a slash at its ends, of letters, digits and $-_.+!*'()",
    /^(?=.{1,300}$)[\w$.+!*'()-]+(\/[\w$.+!*'()-]+)*$/,
  ),
  endpoint: choice('regional', 'edge'),
  hostedZone: matching("a hosted zone's id such as 'Z0123456789ABC'", /^Z[A-Z0-9]{1,31}$/),
});

/** A name of one's own, and what of it does not go together. */
export const domain: Rule = (value, path) => {
  const wrong = rule(value, path);
  if (wrong.length > 0 || value === undefined) return wrong;
  const { name, certificate, basePath = '', endpoint, hostedZone } = value as Partial<DomainConfig>;
  return [
    ...(name === undefined ? [fault([...path, 'name'], 'is missing.', 'Write the name of the API.')] : []),
    ...(hostedZone !== undefined && certificate === undefined
      ? [
          fault(
            [...path, 'hostedZone'],
            'needs a certificate: only a name that is made here can be made to lead here.',
            'Give the certificate too, or leave the record to who made the name.',
          ),
        ]
      : []),
    ...(endpoint === 'edge' && basePath.includes('/')
      ? [
          fault(
            [...path, 'basePath'],
            `is '${basePath}'; a name at the edge takes one part.`,
            "Write one part, or take endpoint: 'regional'.",
          ),
        ]
      : []),
    ...(endpoint === 'edge' && certificate !== undefined && regionOf(certificate) !== 'us-east-1'
      ? [
          fault(
            [...path, 'certificate'],
            `is one of ${regionOf(certificate)}; a name at the edge takes one of us-east-1.`,
            'Request the certificate in us-east-1: CloudFront looks for it there.',
          ),
        ]
      : []),
  ];
};

/** `eu-west-1` of `arn:aws:acm:eu-west-1:…`. */
const regionOf = (arn: string) => arn.split(':')[3];

const fault = (path: KeyPath, message: string, remedy: string): Fault => ({
  code: 'CONFIG_BOUNDS',
  path,
  message,
  remedy,
});
