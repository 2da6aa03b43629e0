import { expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import {
  App,
  allow,
  type ConnectEvent,
  type ConnectionInfo,
  type DisconnectEvent,
  deny,
  Feature,
  type IamAuth,
  iamAuthorizer,
  type RouteAuth,
  reply,
  type WebsocketMessage,
} from '../index.ts';

const app = new App('types', { websocket: { routeKey: 'message.type' } });
const Text = z.object({ text: z.string() });
type Text = z.infer<typeof Text>;

test('each route has an event of its own', () => {
  app.websocket('$connect', (event) => {
    expectTypeOf(event).toEqualTypeOf<ConnectEvent>();
    expectTypeOf(event.query.token).toEqualTypeOf<string | undefined>();
    expectTypeOf(event.auth).toEqualTypeOf<RouteAuth | undefined>();
  });
  app.websocket('$disconnect', (event) => {
    expectTypeOf(event.code).toEqualTypeOf<number | undefined>();
  });
  app.websocket('$default', (message) => {
    expectTypeOf(message.body).toBeUnknown();
  });
  app.websocket('send', ({ connection }) => {
    expectTypeOf(connection.send).toBeCallableWith({ any: 'thing' });
    expectTypeOf(connection.info).returns.resolves.toEqualTypeOf<ConnectionInfo>();
  });
});

test('a schema types the message, in the function form and in the decorator form', () => {
  app.websocket('send', { message: Text }, (message) => {
    expectTypeOf(message).toEqualTypeOf<WebsocketMessage<Text>>();
  });
  class Chat {
    @app.websocket('say', { message: Text })
    say(message: WebsocketMessage<Text>): void {
      expectTypeOf(message.body.text).toBeString();
    }

    @app.websocket('ask', { reply: true })
    ask(message: WebsocketMessage): number {
      return message.text().length;
    }

    // @ts-expect-error the schema makes something else of the message
    @app.websocket('shout', { message: Text })
    shout(message: WebsocketMessage<number>): void {
      expectTypeOf(message.body).toBeNumber();
    }
  }
  app.use(new Chat());
});

test('what goes back to the sender is what its handler returns, where its route replies', () => {
  const ask = app.websocket('ask', { message: Text, reply: true }, ({ body }) => body.text.length);
  expectTypeOf(ask.run).returns.toBeNumber();
  app.websocket('tell', async () => undefined);
  app.websocket('tell', { message: Text }, () => {});
  // @ts-expect-error nobody would get it
  app.websocket('tell', () => ({ ok: true }));
  // @ts-expect-error nobody would get it
  app.websocket('tell', { message: Text }, async () => 1);
});

test('who connects is taken or refused by a reply', () => {
  app.websocket('$connect', ({ query }) => (query.token ? undefined : reply(401)));
  app.websocket('$connect', () => reply(200, undefined, { 'sec-websocket-protocol': 'chat' }));
  app.websocket('$connect', () => new Response(null, { status: 403 }));
  // @ts-expect-error false would not refuse
  app.websocket('$connect', () => false);
});

test('who connects is what the authorizer found', () => {
  const gate = app.authorizer({ identity: ['query.token'] }, () =>
    Math.random() < 0.5
      ? deny()
      : allow({ routes: ['$connect'], principalId: 'ann', context: { room: 'a' } }),
  );
  app.websocket('$connect', { authorizer: gate }, ({ auth }) => {
    expectTypeOf(auth.context.room).toBeString();
    // @ts-expect-error the authorizer passes on no such thing
    return auth.context.name;
  });
  app.websocket('$connect', { authorizer: iamAuthorizer() })((event) => {
    expectTypeOf(event.auth).toEqualTypeOf<IamAuth>();
  });
  const join = app.websocket('$connect', { authorizer: 'none' }, () => undefined);
  allow({ routes: [join], principalId: 'ann' });
});

test('options stand where they mean something', () => {
  // @ts-expect-error only who connects is asked
  app.websocket('send', { authorizer: iamAuthorizer() }, () => undefined);
  // @ts-expect-error nobody replies to who connects
  app.websocket('$connect', { reply: true }, () => undefined);
  // @ts-expect-error there is no message
  app.websocket('$disconnect', { message: Text }, () => undefined);
  // @ts-expect-error API Gateway has no such route
  app.websocket('$open', () => undefined);
  // @ts-expect-error there is no such option
  app.websocket('send', { messages: Text }, () => undefined);
  // @ts-expect-error a place in a message is text
  new App('types', { websocket: { routeKey: 1 } });
});

test('features have routes and connections too, and middleware sees every event of them', () => {
  const chat = new Feature('chat');
  chat.websocket('send', (message) => {
    expectTypeOf(message).toEqualTypeOf<WebsocketMessage>();
  });
  expectTypeOf(chat.connection).toBeCallableWith('id');
  app.middleware('websocket', (event, next) => {
    expectTypeOf(event).toEqualTypeOf<ConnectEvent | DisconnectEvent | WebsocketMessage>();
    return next();
  });
  expectTypeOf(`${app.websocketUrl}`).toBeString();
});
