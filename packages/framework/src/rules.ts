// What the command needs of how the framework and AWS's services read an app, without what makes the manifest of one: three times as much code.
export { PARTIAL_FAILURES } from './batch.ts';
export { corsFaults } from './checks/cors-faults.ts';
export { patternFault } from './checks/patterns.ts';
export { notificationsOverlap, S3_EVENTS } from './checks/s3.ts';
export { DEFAULTS } from './defaults.ts';
export { corsDeclaration } from './http/cors/options.ts';
export { CORS_VARIABLE, type ToldCors } from './http/cors/told.ts';
export { environmentName } from './resources/environment.ts';
export { type Placeholder, placeholder, splitAtPlaceholders } from './resources/placeholder.ts';
