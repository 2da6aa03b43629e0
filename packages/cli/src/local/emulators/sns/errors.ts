import { ServiceError } from '../../endpoint/service-error.ts';

/** What SNS answers where an input is wrong. */
export const invalid = (what: string): ServiceError =>
  new ServiceError('InvalidParameter', `Invalid parameter: ${what}`);

export const notFound = (what: string): ServiceError =>
  new ServiceError('NotFound', `${what} does not exist`, 404);
