import { describe, expect, it } from 'vitest';
import { isRefusal } from './mail.ts';

const answered = (name: string, httpStatusCode: number) =>
  Object.assign(new Error(name), { name, $metadata: { httpStatusCode } });
const cutOff = (code: string) => Object.assign(new Error(code), { code });

describe('isRefusal', () => {
  it.each([
    answered('MessageRejected', 400),
    answered('Throttling', 400),
    answered('AccessDenied', 403),
    answered('ServiceUnavailable', 503),
    cutOff('ECONNREFUSED'),
    cutOff('ENOTFOUND'),
    Object.assign(new Error(), { name: 'CredentialsProviderError' }),
  ])('is sure that nothing was sent after %s', (error) => {
    expect(isRefusal(error)).toBe(true);
  });

  it.each([
    answered('InternalFailure', 500),
    answered('Unknown', 200),
    cutOff('ECONNRESET'),
    Object.assign(new Error(), { name: 'TimeoutError' }),
    'not an error',
  ])('is not sure after %s', (error) => {
    expect(isRefusal(error)).toBe(false);
  });
});
