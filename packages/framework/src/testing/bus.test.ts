import { describe, expect, it } from 'vitest';
import { App } from '../app.ts';
import { busEvent, createTestClient, scheduledEvent } from './index.ts';

describe('client.schedule', () => {
  it('runs a schedule as of a time and gives what it returned', async () => {
    const app = new App('test');
    const hourly = app.schedule('rate(1 hour)', (event) => event.time.toISOString());
    const client = createTestClient(app).schedule(hourly);
    const due = new Date('2026-11-21T10:00:00Z');
    expect(await client.run(due)).toBe('2026-11-21T10:00:00.000Z');
    expect(Date.parse(String(await client.run()))).toBeGreaterThan(due.getTime());
  });
});

describe('client.event', () => {
  it('puts an event with its detail', async () => {
    const app = new App('test');
    const onOrder = app.onEvent({ source: ['shop'] }, ({ detail, detailType, source }) => {
      return { detail, detailType, source };
    });
    const client = createTestClient(app).event(onOrder);
    expect(await client.put({ id: 7 }, { source: 'shop', detailType: 'Ordered' })).toEqual({
      detail: { id: 7 },
      detailType: 'Ordered',
      source: 'shop',
    });
  });
});

describe('the events of EventBridge', () => {
  it('have the shape that it sends, to the second', () => {
    const time = new Date('2026-11-21T10:00:00.500Z');
    expect(busEvent({ a: 1 }, { time, resources: ['arn'] })).toEqual({
      version: '0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      'detail-type': 'Test',
      source: 'test',
      account: '000000000000',
      time: '2026-11-21T10:00:00Z',
      region: 'us-east-1',
      resources: ['arn'],
      detail: { a: 1 },
    });
    expect(scheduledEvent(time)).toMatchObject({ 'detail-type': 'Scheduled Event', source: 'aws.scheduler' });
  });
});
