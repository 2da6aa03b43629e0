import { expect, test } from 'vitest';
import { propertiesOf } from '../testing/rendered.ts';

test.each([
  [{ physicalName: 't', fifo: false }, { TopicName: 't' }],
  [
    { physicalName: 't.fifo', fifo: true },
    { TopicName: 't.fifo', FifoTopic: true },
  ],
])('the topic %j', (model, properties) => {
  expect(propertiesOf('topic', model)).toEqual(properties);
});
