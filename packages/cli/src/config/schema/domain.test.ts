import { expect, test } from 'vitest';
import { domain } from './domain.ts';
import { pathText } from './fault.ts';

const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b-2c';
const full = { name: 'api.example.com', certificate, hostedZone: 'Z0123456789ABC' };
const faults = (value: unknown) =>
  domain(value, ['domain']).map(({ path, message }) => `${pathText(path)} ${message}`);

test.each([
  full,
  { name: 'api.example.com' },
  { ...full, basePath: 'v1/orders' },
  { ...full, basePath: "$-_.+!*'()", endpoint: 'edge' },
  { ...full, certificate: certificate.replace('us-east-1', 'eu-west-1'), endpoint: 'regional' },
  { ...full, certificate: certificate.replace('arn:aws:', 'arn:aws-cn:') },
])('%j is a name for an API', (value) => {
  expect(faults(value)).toEqual([]);
});

test.each([
  [{ ...full, name: 'localhost' }, 'domain.name is the text'],
  [{ ...full, name: 'API.example.com' }, 'domain.name is the text'],
  [{ ...full, name: 'https://api.example.com' }, 'domain.name is the text'],
  [{ ...full, name: '*.example.com' }, 'domain.name is the text'],
  [{ certificate }, 'domain.name is missing.'],
  [{ ...full, certificate: 'api.pem' }, 'domain.certificate is the text'],
  [{ ...full, basePath: '/orders' }, 'domain.basePath is the text'],
  [{ ...full, basePath: 'orders/' }, 'domain.basePath is the text'],
  [{ ...full, basePath: 'a//b' }, 'domain.basePath is the text'],
  [{ ...full, basePath: 'größe' }, 'domain.basePath is the text'],
  [{ ...full, basePath: '' }, 'domain.basePath is the text'],
  [{ ...full, hostedZone: 'example.com' }, 'domain.hostedZone is the text'],
  [{ ...full, endpoint: 'private' }, 'domain.endpoint is the text'],
  [{ name: full.name, hostedZone: full.hostedZone }, 'domain.hostedZone needs a certificate'],
  [
    { ...full, endpoint: 'edge', basePath: 'v1/orders' },
    "domain.basePath is 'v1/orders'; a name at the edge",
  ],
  [
    { ...full, endpoint: 'edge', certificate: certificate.replace('us-east-1', 'eu-west-1') },
    'domain.certificate is one of eu-west-1; a name at the edge takes one of us-east-1.',
  ],
])('%j is refused', (value, begins) => {
  expect(faults(value)).toEqual([expect.stringContaining(begins)]);
});
