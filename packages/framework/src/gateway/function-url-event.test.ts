import { describe, expect, it } from 'vitest';
import { functionUrlEvent } from './function-url-event.ts';

const request = {
  method: 'GET',
  path: '/users/a%20b',
  queryString: 'x=1%202',
  headers: [['Cookie', 'a=1; b=2']] as const,
  body: new Uint8Array(),
  sourceIp: '10.0.0.1',
};

describe('the event of a function URL', () => {
  it('is of payload 2.0, and leaves the path to the function as it was called', () => {
    const event = functionUrlEvent(request);
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/users/a%20b',
      rawQueryString: 'x=1%202',
      cookies: ['a=1', 'b=2'],
      requestContext: {
        domainName: expect.stringMatching(/^\w+\.lambda-url\.[\w-]+\.on\.aws$/),
        http: { method: 'GET', path: '/users/a%20b' },
        stage: '$default',
      },
    });
    expect(event).not.toHaveProperty('pathParameters');
  });
});
