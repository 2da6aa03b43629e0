import { describe, expect, it, test, vi } from 'vitest';
import { App, allow, deny, UnauthorizedError } from '../index.ts';
import { authorizerEvent, testContext, websocketEvent } from '../testing/index.ts';

const ask = (payload: '1.0' | '2.0', token = 'let-me') =>
  authorizerEvent('GET', '/users/7?q=1', { payload, headers: { Authorization: token, Cookie: 'a=b' } });

describe('an authorizer', () => {
  it.each(['1.0', '2.0'] as const)('sees the request, payload %s', async (payload) => {
    const seen = vi.fn();
    const authorizer = new App('test').authorizer((request) => {
      const { token, arn, method, path, query, cookies } = request;
      seen({ token, arn, method, path, query: { ...query }, cookies: { ...cookies } });
      seen(request.header('AUTHORIZATION'));
      return deny();
    });
    await authorizer(ask(payload), testContext());
    const stage = payload === '2.0' ? '$default' : 'local';
    expect(seen.mock.calls).toEqual([
      [
        {
          token: 'let-me',
          arn: `arn:aws:execute-api:us-east-1:000000000000:local/${stage}/GET/users/7`,
          method: 'GET',
          path: '/users/7',
          query: { q: '1' },
          cookies: { a: 'b' },
        },
      ],
      ['let-me'],
    ]);
  });

  it('sees who connects to a WebSocket API', async () => {
    const authorizer = new App('test').authorizer(
      { identity: ['query.q'] },
      ({ token, method, path, header }) =>
        allow({ routes: ['$connect'], principalId: `${token} ${method} ${path} ${header('origin')}` }),
    );
    const methodArn = 'arn:aws:execute-api:us-east-1:1:abc/prod/$connect';
    const event = websocketEvent('$connect', { query: { q: 'let-me' }, headers: { Origin: 'here' } });
    expect(await authorizer({ ...event, type: 'REQUEST', methodArn }, testContext())).toMatchObject({
      principalId: 'let-me $connect / here',
      policyDocument: { Statement: [{ Resource: [methodArn] }] },
    });
  });

  it('sees the token and what is called where it is sent no more', async () => {
    const authorizer = new App('test').authorizer(({ token, method, path }) =>
      allow({ routes: '*', principalId: `${token} ${method} ${path}` }),
    );
    const methodArn = 'arn:aws:execute-api:us-east-1:1:abc/prod/POST/users/7';
    const event = { type: 'TOKEN', authorizationToken: 'let-me', methodArn };
    expect(await authorizer(event, testContext())).toMatchObject({ principalId: 'let-me POST /users/7' });
  });

  it('takes its token from the first identity', async () => {
    const authorizer = new App('test').authorizer({ identity: ['query.q'] }, ({ token }) =>
      allow({ routes: '*', principalId: token }),
    );
    expect(await authorizer(ask('2.0'), testContext())).toMatchObject({ principalId: '1' });
  });

  it('tells an HTTP API in the context who calls, for it passes nothing else on', async () => {
    const authorizer = new App('test').authorizer(async () =>
      allow({ routes: '*', principalId: 'ann', context: { admin: true } }),
    );
    expect(await authorizer(ask('2.0'), testContext())).toMatchObject({
      context: { admin: true, principalId: 'ann' },
    });
    expect(await authorizer(ask('1.0'), testContext())).toMatchObject({ context: { admin: true } });
  });

  it('that throws an UnauthorizedError answers with what comes nearest to 401', async () => {
    const authorizer = new App('test').authorizer(() => {
      throw new UnauthorizedError('No such token');
    });
    await expect(authorizer(ask('1.0'), testContext())).rejects.toThrow(/^Unauthorized$/);
    const { policyDocument } = (await authorizer(ask('2.0'), testContext())) as {
      policyDocument: { Statement: { Effect: string }[] };
    };
    expect(policyDocument.Statement[0]?.Effect).toBe('Deny');
  });

  it.each([
    ['throws', () => Promise.reject(new RangeError('down')), 'down'],
    ['answers with nothing', () => undefined, 'neither allow'],
  ])('that %s fails', async (_, handler, message) => {
    const authorizer = new App('test').authorizer(handler as never);
    await expect(
      (authorizer as never as (...args: unknown[]) => unknown)(ask('2.0'), testContext()),
    ).rejects.toThrow(message);
  });

  it('can be a method of a class', async () => {
    const app = new App('test');
    class Gate {
      @app.authorizer({ default: true })
      check() {
        return deny();
      }
    }
    app.use(new Gate());
    expect(app.state.registrations).toMatchObject([{ name: 'check', declaration: { source: 'authorizer' } }]);
  });
});

test('an authorizer runs beside no other handler of its function', async () => {
  const app = new App('test');
  const authorizer = app.authorizer(() => allow({ routes: '*', principalId: 'ann' }));
  app.route('GET /', { authorizer }, () => 'secret');
  expect(await authorizer.run({} as never)).toMatchObject({ principalId: 'ann' });
});
