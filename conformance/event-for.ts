import type { HandlerDeclaration, Trigger } from '@tankard/framework/manifest';
import {
  authorizerEvent,
  busEvent,
  dynamodbEvent,
  httpEvent,
  kinesisEvent,
  s3Event,
  scheduledEvent,
  snsEvent,
  sqsEvent,
  websocketEvent,
} from '@tankard/framework/testing';

/** An event of the shape in which the handler's source delivers them. */
export function eventFor({ trigger }: HandlerDeclaration, payload: '1.0' | '2.0'): unknown {
  switch (trigger.source) {
    case 'route':
      return requestFor(trigger, payload);
    case 'schedule':
      return scheduledEvent(new Date(Date.UTC(2026, 0, 1, 12)));
    case 'event':
      return busEvent({ weight: 11 });
    case 's3':
      return s3Event('images/cup.png');
    case 'sns':
      return snsEvent({
        title: 'Open',
        name: 'assignment1.zip',
        size: 1,
        uploadedAt: '2026-01-01T00:00:00.000Z',
      });
    case 'sqs':
      return sqsEvent([
        { body: { kind: 'count', name: 'a.zip', size: 1, uploadedAt: '2026-01-01T00:00:00.000Z' } },
      ]);
    case 'dynamodb':
      return dynamodbEvent([
        { newImage: { id: '1', email: 'a@example.com', experience: 3, assignmentToken: 't' } },
      ]);
    case 'kinesis':
      return kinesisEvent([{ data: { page: '/' } }]);
    case 'authorizer':
      return authorizerEvent('GET', '/a', { payload, headers: { authorization: '1' } });
    case 'websocket':
      return websocketEvent(trigger.route, { message: { action: trigger.route, text: 'Hello' } });
    case 'lambda':
      return { order: '1', parcel: 'p' };
  }
}

function requestFor({ method, path }: Trigger & { source: 'route' }, payload: '1.0' | '2.0'): unknown {
  const params = Object.fromEntries([...path.matchAll(/\{(\w+)\+?\}/g)].map(([, name = '']) => [name, 'a']));
  const called = path.replaceAll(/\{\w+\+?\}/g, 'a');
  const verb = method === 'ANY' ? 'GET' : method;
  const json = verb === 'GET' ? undefined : {};
  return httpEvent(verb, called, { json, payload }, { method, path, params });
}
