import { Logger } from '@aws-lambda-powertools/logger';
import type { Middleware } from '@tankard/framework';

export const logger = new Logger({ serviceName: 'group-mailer' });

/** Puts the function's name and the request's id into every line. */
export const logContext: Middleware = (_event, context, next) => {
  logger.addContext(context);
  return next();
};
