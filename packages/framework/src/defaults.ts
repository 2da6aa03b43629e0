/** What holds where nobody says otherwise. One table in the docs shows these. */
export const DEFAULTS = {
  runtime: 'nodejs24.x',
  architecture: 'arm64',
  /** MB. */
  memory: 256,
  /** Seconds. */
  timeout: 30,
  /** Seconds: one less than API Gateway's own 30 (HTTP API) or 29 (REST API). */
  routeTimeout: 29,
  logLevel: 'INFO',
  /** Days. */
  logRetention: 30,
  sqs: { batchSize: 10, concurrency: 10 },
  stream: { batchSize: 100, retries: 3, bisect: true },
  /** A queue's visibility timeout is this many times its handler's timeout, as AWS recommends. */
  visibilityFactor: 6,
} as const;
