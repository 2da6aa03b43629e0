/** What the second version of the app of every source says otherwise, by file: nearly every resource differs. */
export const secondVersion: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'tankard.config.ts': {
    "parameters: { Greeting: 'Hello' }": "tags: { team: 'beer' }, parameters: { Greeting: 'Hi' }",
    "environment: { SHOP_CURRENCY: 'EUR' }": "logRetention: 7, environment: { SHOP_CURRENCY: 'USD' }",
    'memory: 512, timeout: 10': 'memory: 1024, timeout: 12',
    'reservedConcurrency: 2': 'reservedConcurrency: 3',
  },
  'src/service.ts': {
    "  ttl: 'expires',\n": '',
    'shards: 2': 'shards: 3',
    'visibility: 400': 'visibility: 500',
    'maxReceives: 5': 'maxReceives: 7',
    "filter: { kind: ['newsletter'] }": "filter: { kind: ['letter'] }",
    'Key of the payment provider': 'The key of the payment provider',
  },
  'src/events.ts': {
    "numeric: ['>', 10]": "numeric: ['>', 20]",
    "prefix: 'images/'": "prefix: 'pictures/'",
    'onAlarm =': 'onAlert =',
    'invoice = app': 'bill = app',
  },
  'src/http.ts': {
    "'GET /'": "'GET /home'",
    "'ANY /echo'": "'POST /echo'",
    "function: 'payment'": "function: 'payments'",
  },
  'src/schedules.ts': {
    'Rate.minutes(5)': 'Rate.minutes(10)',
    "timezone: 'Europe/Berlin'": "timezone: 'Europe/Paris'",
    'cron(0 6 1': 'cron(0 7 1',
    "'rate(1 hour)', { via: 'rule' }": "'rate(1 hour)', { via: 'scheduler' }",
  },
  'src/sockets.ts': {
    "'chat', {": "'talk', {",
    "{ reply: true, function: 'prices' }, () => ({ price: 7 })": "{ function: 'prices' }, () => undefined",
  },
  'src/queues.ts': { 'batchSize: 100': 'batchSize: 50', 'concurrency: 4': 'concurrency: 5' },
  'src/streams.ts': { 'batchSize: 10,': 'batchSize: 20,', 'onFailure: news': 'onFailure: lost' },
};
